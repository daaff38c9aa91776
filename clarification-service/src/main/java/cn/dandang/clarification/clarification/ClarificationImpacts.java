package cn.dandang.clarification.clarification;

import cn.dandang.clarification.Permission;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.impact.Compared;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.impact.ImpactSource;
import cn.dandang.kit.impact.Matter;
import cn.dandang.kit.impact.Paged;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a change of the rules would mean for assessments whether to clarify and for clarifications. Told to insiders of the place alone. */
@Component
final class ClarificationImpacts implements ImpactSource {
    private final ClarificationRows rows;
    private final BusinessClock clock;

    ClarificationImpacts(ClarificationRows rows, BusinessClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        List<String> questions = rules.questions("CLR").stream().filter(question -> !question.startsWith("feedback.")).toList();
        Filter here = Filter.eq("jurisdiction", actor.jurisdiction());
        Stream<Matter> assessments = Paged.all(rows.assessments(), ClarificationRows.AssessmentRow::id, here).filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor))
                .map(row -> matter("CLARIFICATION_ASSESSMENT", row.id(), row.jurisdiction(), row.state().equals("OPEN"), questions));
        Stream<Matter> cases = Paged.all(rows.cases(), ClarificationRows.CaseRow::id, here).filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor))
                .map(row -> new Matter("CLARIFICATION_CASE", row.id(), title(row.id()), row.jurisdiction(), row.state().equals("ISSUED") ? row.on() : clock.today(), !row.state().equals("ISSUED"), questions, List.of()));
        return Stream.concat(assessments, cases).map(rules::entry);
    }

    private Matter matter(String kind, String id, String jurisdiction, boolean open, List<String> questions) {
        return new Matter(kind, id, title(id), jurisdiction, clock.today(), open, questions, List.of());
    }

    /** A number only. */
    private static Message title(String id) {
        return Message.of("办理事项 " + id.substring(0, 8), "Matter " + id.substring(0, 8));
    }
}
