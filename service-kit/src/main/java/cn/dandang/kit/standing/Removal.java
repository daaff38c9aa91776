package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policy-rules says of removing what a matter left behind on a cadre who is cleared of it (鲁·四·1 消除负面影响), in the place and on the day of the clarification. */
public record Removal(Resolution answer) {
    private static final String RULE = "clarification.effect-removed";

    public static Removal of(PolicySnapshot policy, Clearance clearance) {
        return new Removal(policy.resolve(RULE, clearance.jurisdiction(), clearance.issuedOn()));
    }

    public boolean follows() {
        return answer.actsByItself();
    }

    public Acts acts() {
        return follows() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON;
    }

    public Ground ground() {
        return Grounds.of(answer);
    }

    /** What the documents say; where they are silent, damaged or undated also the national rules that may apply, by name. */
    public Message says() {
        if (answer.nationalRules().isEmpty()) {
            return answer.says();
        }
        List<Message> names = answer.nationalRules().stream().map(NationalRule::name).distinct().toList();
        return Message.of(answer.says().zh() + "可能适用的国家规定：" + String.join("、", names.stream().map(Message::zh).toList()) + "。",
                answer.says().en() + " National rules that may apply: " + String.join(", ", names.stream().map(Message::en).toList()) + ".");
    }

    /** The reading that would have to be confirmed, or null. */
    public @Nullable String openReading() {
        return answer.outcome() != Answered.STATED || follows() ? null : Grounds.openReading(answer);
    }
}
