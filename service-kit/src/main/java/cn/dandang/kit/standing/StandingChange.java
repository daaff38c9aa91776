package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;

/** What happened to a fact's standing, as far as every service has it alike. The events that say so, and their pinned names, are each service's own. */
public sealed interface StandingChange {

    non-sealed interface Admitted extends StandingChange {
        Adverse entry();
    }

    non-sealed interface Dropped extends StandingChange {
        /** Id of the entry. */
        String entry();
    }

    /** Stands under the ground and the jurisdiction of the decision itself. */
    non-sealed interface Tolerated extends StandingChange, DomainEvent {
        Toleration toleration();

        @Override
        default Ground ground() {
            return toleration().ground();
        }

        @Override
        default String jurisdiction() {
            return toleration().jurisdiction();
        }
    }

    /** Stands under the ground and the jurisdiction of the decision itself. */
    non-sealed interface Cleared extends StandingChange, DomainEvent {
        Clearance clearance();

        @Override
        default Ground ground() {
            return clearance().ground();
        }

        @Override
        default String jurisdiction() {
            return clearance().jurisdiction();
        }
    }

    non-sealed interface Locked extends StandingChange {
        String decision();

        String cadre();

        /** Which entries it keeps out, as {@link Adverse#lockedAs()}. */
        default String lockedAs() {
            return "";
        }

        Ground ground();
    }

    non-sealed interface Lifted extends StandingChange {
        String decision();

        String cadre();
    }

    non-sealed interface Joined extends StandingChange {
        String link();

        String sameAs();
    }

    non-sealed interface Parted extends StandingChange {
        String link();
    }
}
