package cn.dandang.incentive.automation;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.policy.effects.Effect;

/** An answer of policy-rules as the ground of an effect. */
final class Grounds {
    private Grounds() {}

    static Ground of(Allowed allowed) {
        Effect effect = allowed.answer();
        // without a stated value nothing bears the effect but the question itself
        Support support = effect.support() == null ? Support.DESIGN : Support.valueOf(effect.support().name());
        String reading = effect.reading() != null && effect.reading().isConfirmed() ? effect.reading().readingId() : null;
        boolean demonstration = effect.trace().dates().stream().anyMatch(date -> date.demonstration()) || effect.trace().readings().stream().anyMatch(held -> held.demonstration());
        return new Ground(effect.ruleId(), support, effect.citations().stream().map(clause -> new Citation(clause.document(), clause.place(), clause.quote())).toList(),
                reading, demonstration, effect.trace().rulesVersion());
    }
}
