package cn.dandang.assessment.candidate;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.impact.Compared;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.impact.ImpactSource;
import cn.dandang.kit.impact.Matter;
import cn.dandang.kit.impact.Paged;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a change of the rules would mean for the flags that stand on candidacies, and for the bars that were looked for. */
@Component
final class CandidacyImpacts implements ImpactSource {
    /** What keeps a flag or takes it away. */
    private static final List<String> QUESTIONS = List.of("effects.fair-selection", "effects.promotion-rank-title", "effects.delegate-and-reserve", "effects.influence-end-promotion", "effects.influence-period-length",
            "clarification.effect-removed");

    private final CandidateProjection view;
    private final CurrentRegister register;
    private final BusinessClock clock;

    CandidacyImpacts(CandidateProjection view, CurrentRegister register, BusinessClock clock) {
        this.view = view;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        List<String> bars = Stream.concat(rules.questions("PRO", "NEG").stream(), QUESTIONS.stream()).distinct().toList();
        return Paged.all(view.rows(), CandidateRow::cadre).flatMap(row -> register.register().person(row.cadre()).map(RegisterFact.PersonRegistered::jurisdiction).stream()
                .filter(place -> Require.within(actor, place)).flatMap(place -> matters(row, place, bars))).map(rules::entry);
    }

    private Stream<Matter> matters(CandidateRow row, String place, List<String> bars) {
        Stream<Matter> flags = row.flags().stream().map(flag -> new Matter("CANDIDACY_FLAG", flag.id(), Message.of(flag.raisedOn() + " 提出的任用考量标记", "Flag on a candidacy raised on " + flag.raisedOn()), place,
                clock.today(), true, QUESTIONS, List.of()));
        // somebody looked for a bar here: the same look under the changed rules
        Stream<Matter> looked = row.otherRules().isEmpty() ? Stream.empty() : Stream.of(new Matter("CANDIDACY", row.cadre(), Message.of("任用资格核对", "Check of a candidacy for bars"), place, clock.today(), true, bars,
                CandidateController.BARS));
        return Stream.concat(flags, looked);
    }
}
