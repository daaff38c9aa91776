package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;

/** What happened to a fact's standing, as far as every service has it alike. The events that say so, and their pinned names, are each service's own. */
public sealed interface StandingChange {

    non-sealed interface Admitted extends StandingChange {
        Adverse entry();
    }

    non-sealed interface Dropped extends StandingChange {
        /** Id of the entry. */
        String entry();
    }

    non-sealed interface Tolerated extends StandingChange {
        Toleration toleration();
    }

    non-sealed interface Cleared extends StandingChange {
        Clearance clearance();
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
