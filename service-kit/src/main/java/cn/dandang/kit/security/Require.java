package cn.dandang.kit.security;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checks that decisions make first. Each gives a refusal or nothing; {@link #first} chains them. The system passes the checks of role and
 * jurisdiction, for its orders were checked where they began.
 */
public final class Require {
    private static final String CENTRE = "000000";

    private Require() {}

    /** One of these roles. */
    public static Optional<Refusal> role(Actor actor, Role first, Role... others) {
        EnumSet<Role> anyOf = EnumSet.of(first, others);
        return actor.isSystem() || anyOf.stream().anyMatch(actor::has) ? Optional.empty() : Optional.of(new AccessRefusal.ForbiddenRole(anyOf));
    }

    /** An office of this jurisdiction. A higher level does not act for a lower one. */
    public static Optional<Refusal> jurisdiction(Actor actor, String required) {
        return actor.isSystem() || actor.jurisdiction().equals(required) ? Optional.empty() : Optional.of(new AccessRefusal.WrongJurisdiction(required, actor.jurisdiction()));
    }

    /** Not the one concerned. */
    public static Optional<Refusal> notOwnCase(Actor actor, @Nullable String cadre) {
        return actor.person().equals(cadre) ? Optional.of(new AccessRefusal.OwnCase()) : Optional.empty();
    }

    /** The one concerned, and nobody else. */
    public static Optional<Refusal> ownCase(Actor actor, String cadre) {
        return actor.person().equals(cadre) ? Optional.empty() : Optional.of(new AccessRefusal.ForbiddenRole(EnumSet.of(Role.CADRE)));
    }

    /** Not among the recused persons. */
    public static Optional<Refusal> notRecused(Actor actor, Collection<String> recused) {
        return recused.contains(actor.person()) ? Optional.of(new AccessRefusal.Recused()) : Optional.empty();
    }

    /**
     * Not the person who took the other part.
     *
     * @param message what is said then, 「调查人不得作出决定」
     */
    public static Optional<Refusal> notSamePerson(Actor actor, @Nullable String other, Message message) {
        return Objects.equals(actor.person(), other) ? Optional.of(new AccessRefusal.SamePerson(message)) : Optional.empty();
    }

    /** Whether a record of this place is within the actor's place or below it. */
    public static boolean within(Actor actor, String jurisdiction) {
        return Jurisdictions.lineage(jurisdiction).contains(actor.jurisdiction());
    }

    /** The first refusal, if any. */
    @SafeVarargs
    public static Optional<Refusal> first(Optional<? extends Refusal>... checks) {
        return Stream.of(checks).flatMap(Optional::stream).map(Refusal.class::cast).findFirst();
    }

    /** Whether this actor may read what belongs to this jurisdiction: his own; an auditor of the centre reads all. */
    public static boolean mayRead(Actor actor, String jurisdiction) {
        return actor.isSystem() || actor.jurisdiction().equals(jurisdiction) || actor.has(Role.AUDITOR) && actor.jurisdiction().equals(CENTRE);
    }
}
