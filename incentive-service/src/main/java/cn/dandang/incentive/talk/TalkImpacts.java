package cn.dandang.incentive.talk;

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

/** What a change of the rules would mean for talks that are proposed, planned or held. */
@Component
final class TalkImpacts implements ImpactSource {
    private final TalkProjection view;
    private final BusinessClock clock;

    TalkImpacts(TalkProjection view, BusinessClock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        List<String> questions = Stream.concat(rules.questions("TLK").stream(), Stream.of("effects.talk", "clarification.talk")).distinct().toList();
        return Paged.all(view.rows(), TalkRow::id).filter(row -> Require.within(actor, row.jurisdiction())).map(row -> {
            boolean open = !row.state().equals("HELD") && !row.state().equals("DECLINED");
            return rules.entry(new Matter("TALK", row.id(), Message.of(row.proposedOn() + " 提出的谈心谈话", "Talk proposed on " + row.proposedOn()), row.jurisdiction(), open ? clock.today() : row.on(), open, questions,
                    List.of()));
        });
    }
}
