package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.trial.Inputs.Select;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** What an exemption that names these groups lifts or orders: bars on promotion and awards, evaluations, correction, feedback. */
record EffectsTrial() implements Trial {
    private static final Select GROUPS = new Select("groups", Message.of("决定列明的方面", "Groups that the decision names"), true, Select.words(EffectGroup.values()));

    @Override
    public String id() {
        return "effects.exemption";
    }

    @Override
    public Message title() {
        return Message.of("免责决定的各项效力与所解除的限制", "What an exemption brings about, and which bars it lifts");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Inputs.of(GROUPS);
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        Set<EffectGroup> named = given.selected().getOrDefault(GROUPS.id(), Set.of()).stream().map(EffectGroup::valueOf).collect(Collectors.toSet());
        Line[] lines = Effects.ofExemption(policy, jurisdiction, asOf, named).stream().map(EffectsTrial::line).toArray(Line[]::new);
        return TrialAnswer.of(policy.resolve("effects.groups", jurisdiction, asOf), lines);
    }

    private static Line line(Effect effect) {
        Message kind = Words.of(effect.kind());
        Message about = effect.group() == null ? kind : Message.of(kind.zh() + "（" + effect.group().label().zh() + "）", kind.en() + " (" + effect.group().label().en() + ")");
        Message result = !effect.named() ? Message.of("决定未列明", "not named in the decision") : effect.follows() ? Message.of("随决定生效", "follows from the decision")
                : effect.support() == null ? Words.of(effect.value()) : Words.of(effect.acts());
        return new Line(about, result, effect.says(), effect.support(), effect.acts(), effect.citations(),
                effect.reading() == null ? null : effect.reading().readingId(), effect.nationalRules(), effect.trace());
    }
}
