package cn.dandang.tolerance.refusal;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.RoleNames;
import cn.dandang.policy.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who may order what: role and place of the office, and the person himself. Compares persons, never names. */
public final class Access {
    private Access() {}

    /** The first refusal, or null when every check passes. Later checks are not asked after a refusal. */
    @SafeVarargs
    public static @Nullable Refusal firstOf(Supplier<? extends @Nullable Refusal>... checks) {
        return Arrays.stream(checks).<@Nullable Refusal>map(Supplier::get).filter(found -> found != null).findFirst().orElse(null);
    }

    /** An office of the deciding body with one of these roles. */
    public static @Nullable Refusal officeOf(Actor actor, String body, String jurisdiction, Role... roles) {
        Refusal wrong = role(actor, roles);
        if (wrong != null) {
            return wrong;
        }
        if (!actor.jurisdiction().equals(jurisdiction)) {
            return new ToleranceRefusal.WrongJurisdiction(Message.of(
                    "本案由" + jurisdiction + "的机关办理，您的职务在" + actor.jurisdiction() + "，不能办理。",
                    "This case belongs to a body of " + jurisdiction + "; your office is in " + actor.jurisdiction() + "."));
        }
        if (!actor.unit().equals(body)) {
            return new ToleranceRefusal.WrongJurisdiction(Message.of(
                    "本案由另一机关办理：谁问责、谁负责。您的职务不在该机关。",
                    "Another body handles this case: who holds to account is responsible. Your office is not in that body."));
        }
        return null;
    }

    /** One of these roles, whatever the place. */
    public static @Nullable Refusal role(Actor actor, Role... roles) {
        if (Arrays.stream(roles).anyMatch(actor::has)) {
            return null;
        }
        Message names = RoleNames.list(List.of(roles));
        return new ToleranceRefusal.WrongRole(Message.of("您的职务不办理此事，须由以下岗位之一办理：" + names.zh() + "。", "Your office does not do this. One of these may: " + names.en() + "."));
    }

    /** Nobody handles or decides a case about himself. */
    public static @Nullable Refusal notOwnCase(Actor actor, String cadre) {
        return actor.person().equals(cadre) ? new ToleranceRefusal.OwnCase(Message.of(
                "这是您本人的案件，您不能作为办案人员办理。", "This case is about you; you cannot handle it in office.")) : null;
    }

    /** Nobody acts in a case from which he was recused. */
    public static @Nullable Refusal notRecused(Actor actor, Collection<String> recused) {
        return recused.contains(actor.person()) ? new ToleranceRefusal.Recused(Message.of(
                "您在本案中已回避，不能办理。", "You were recused from this case and cannot act in it.")) : null;
    }

    /** The cadre himself. */
    public static @Nullable Refusal himself(Actor actor, String cadre) {
        return actor.has(Role.CADRE) && actor.person().equals(cadre) ? null : new ToleranceRefusal.WrongRole(Message.of(
                "此事只能由干部本人办理。", "Only the cadre himself can do this."));
    }

    /** The Party organisation of the cadre's unit. */
    public static @Nullable Refusal unitOrganisation(Actor actor, String unit) {
        Refusal wrong = role(actor, Role.UNIT_PARTY_ORGANISATION);
        if (wrong != null) {
            return wrong;
        }
        return actor.unit().equals(unit) ? null : new ToleranceRefusal.WrongJurisdiction(Message.of(
                "只有干部所在单位可以提出，您的职务在另一单位。", "Only the cadre's own unit can do this; your office is in another unit."));
    }
}
