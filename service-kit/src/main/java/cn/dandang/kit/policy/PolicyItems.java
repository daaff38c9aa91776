package cn.dandang.kit.policy;

import cn.dandang.contracts.PolicyItem;
import cn.dandang.policy.Amount;
import cn.dandang.policy.AmountVersion;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.PackParameter;
import cn.dandang.policy.PackSwitch;
import cn.dandang.policy.ParameterVersion;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicyChangeException;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleRevision;
import cn.dandang.policy.Unit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items of a change as they travel, as the changes the rules know. */
public final class PolicyItems {
    private PolicyItems() {
    }

    /**
     * Refuses, with a sentence, an item that lacks what its kind needs or names a value outside the list.
     *
     * @param byPerson who answers for it
     */
    public static List<PolicyChange> changes(List<PolicyItem> items, String byPerson) {
        return items.stream().map(item -> change(item, byPerson)).toList();
    }

    /** What is wrong with the items, for people: one lacks what its kind needs, or the rules refuse what they change; empty if they can be laid over the rules. */
    public static Optional<Message> fault(List<PolicyItem> items, String byPerson, PolicySnapshot rules) {
        try {
            return rules.refusals(changes(items, byPerson)).stream().findFirst();
        } catch (PolicyChangeException refused) {
            return Optional.of(refused.says());
        } catch (IllegalArgumentException incomplete) {
            return Optional.of(Message.of("变更内容不完整或取值不在范围内：" + incomplete.getMessage(), incomplete.getMessage()));
        }
    }

    private static PolicyChange change(PolicyItem item, String byPerson) {
        return switch (item.kind()) {
            case PACK -> new PolicyChange.PackSwitched(new PackSwitch(item.target(), item.jurisdiction(), needed(item, "on", item.on()), item.from(), byPerson, item.basis()));
            case PARAMETER -> new PolicyChange.ParameterRevised(new ParameterVersion(item.target(), needed(item, "value", item.value()),
                    choice(PackParameter.Unit.class, item, "unit", item.unit()), item.from(), item.basis()));
            case RULE -> new PolicyChange.RuleRevised(new RuleRevision(item.target(), item.from(), choice(Answered.class, item, "answer", item.answer()),
                    choice(Modal.class, item, "modal", item.modal()), item.values(), Message.of(needed(item, "saysZh", item.saysZh()), needed(item, "saysEn", item.saysEn())),
                    item.clauses().stream().map(clause -> new Citation(clause.doc(), clause.place(), clause.quote())).toList(), item.basis()));
            case AMOUNT -> new PolicyChange.AmountRevised(AmountVersion.of(item.target(), amount(item), choice(Unit.class, item, "unit", item.unit()), choice(Bound.class, item, "bound", item.bound()),
                    needed(item, "generally", item.generally()), item.from(), item.basis(), quoted(item)));
        };
    }

    private static Amount amount(PolicyItem item) {
        return item.values().isEmpty() ? AmountVersion.amount(needed(item, "value", item.value())) : new Amount.Names(item.values());
    }

    /** A clause that was sent without its words is refused for that, with a sentence. */
    private static List<Citation> quoted(PolicyItem item) {
        return item.clauses().stream().map(clause -> new Citation(clause.doc(), clause.place(), clause.quote() == null ? "" : clause.quote())).toList();
    }

    private static <T> T needed(PolicyItem item, String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("The item " + item.target() + " lacks \"" + field + "\".");
        }
        return value;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, PolicyItem item, String field, @Nullable String value) {
        String text = needed(item, field, value);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("In the item " + item.target() + " \"" + text + "\" is none of " + List.of(type.getEnumConstants()) + ".");
    }
}
