package cn.dandang.incentive.nomination;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.impact.Compared;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.impact.ImpactSource;
import cn.dandang.kit.impact.Matter;
import cn.dandang.kit.impact.Paged;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a change of the rules would mean for nominations, awards and the holds that stand. A hold that was lifted is in no list, so it is in none of these either. */
@Component
final class NominationImpacts implements ImpactSource {
    /** What keeps a hold or lifts it. */
    private static final List<String> HOLD = List.of("effects.awards", "effects.groups", "effects.influence-end-assessment-merit", "clarification.effect-removed");

    private final NominationProjection view;
    private final BusinessClock clock;

    NominationImpacts(NominationProjection view, BusinessClock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        List<String> questions = rules.questions("AWD");
        return Paged.all(view.rows(), NominationRow::id).filter(row -> Require.within(actor, row.jurisdiction())).flatMap(row -> matters(row, questions)).map(rules::entry);
    }

    private Stream<Matter> matters(NominationRow row, List<String> questions) {
        Matter nomination = new Matter("AWARD_NOMINATION", row.id(), row.conferred() ? Message.of("已表彰：" + row.award(), "Award conferred: " + row.award()) : Message.of("表彰提名：" + row.award(), "Nomination: " + row.award()),
                row.jurisdiction(), row.conferred() ? row.proposedOn() : clock.today(), !row.conferred(), questions, List.of());
        NominationRow.Hold hold = row.hold();
        return hold == null ? Stream.of(nomination) : Stream.of(nomination, new Matter("NOMINATION_HOLD", row.id(), Message.of(hold.on() + " 起的暂缓：" + row.award(), "Held since " + hold.on() + ": " + row.award()),
                row.jurisdiction(), clock.today(), true, HOLD, List.of()));
    }
}
