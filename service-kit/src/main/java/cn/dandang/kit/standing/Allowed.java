package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.effects.Effects;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What policy-rules says of one effect; a name of its own beside the kit's effect, which orders it. */
public record Allowed(Effect answer) {

    /** The answers of this kind that the decision names; those it leaves out are not among them. */
    public static List<Allowed> named(PolicySnapshot policy, Toleration toleration, EffectKind kind) {
        Set<EffectGroup> groups = toleration.groups().stream().map(group -> EffectGroup.valueOf(group.name())).collect(Collectors.toSet());
        return Effects.ofExemption(policy, toleration.jurisdiction(), toleration.decidedOn(), groups).stream().filter(effect -> effect.kind() == kind && effect.named()).map(Allowed::new).toList();
    }

    /** One of them: one that follows before one that is asked. */
    public static Optional<Allowed> first(List<Allowed> named) {
        return named.stream().filter(Allowed::follows).findFirst().or(() -> named.stream().findFirst());
    }

    public boolean follows() {
        return answer.follows();
    }

    public Acts acts() {
        return follows() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON;
    }

    public Ground ground() {
        return Grounds.of(answer);
    }

    public @Nullable EffectGroup group() {
        return answer.group();
    }

    public Message says() {
        return answer.says();
    }

    /** The reading that would have to be confirmed, or null. */
    public @Nullable String openReading() {
        return answer.reading() == null || answer.reading().isConfirmed() ? null : answer.reading().readingId();
    }
}
