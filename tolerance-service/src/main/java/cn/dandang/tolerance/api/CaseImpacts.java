package cn.dandang.tolerance.api;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.impact.Compared;
import cn.dandang.kit.impact.ImpactReport.Difference;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.impact.ImpactSource;
import cn.dandang.kit.impact.Matter;
import cn.dandang.kit.impact.Paged;
import cn.dandang.kit.security.Require;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.impact.CaseDifference;
import cn.dandang.policy.impact.CaseDifference.OutcomeChange;
import cn.dandang.policy.impact.RecordedCase;
import cn.dandang.policy.impact.RecordedCase.Decided;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DecisionEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceState;
import cn.dandang.tolerance.views.CaseProjection;
import cn.dandang.tolerance.views.CaseRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Before a change of the rules goes live: which open tolerance cases and past decisions would differ, and how. */
@Component
final class CaseImpacts implements ImpactSource {
    /** The areas whose questions a tolerance case asks besides its test. */
    private static final Set<String> AREAS = Set.of("opening", "effects", "rectification", "appeal");

    private final Views views;
    private final Orders orders;
    private final ToleranceDecider tolerance;
    private final BusinessClock clock;

    CaseImpacts(Views views, Orders orders, ToleranceDecider tolerance, BusinessClock clock) {
        this.views = views;
        this.orders = orders;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        PolicySnapshot now = rules.impact().before();
        List<String> questions = now.rules().stream().map(PolicyRule::key).distinct().filter(key -> AREAS.contains(key.substring(0, key.indexOf('.')))).toList();
        ViewCollection<CaseRow> rows = views.of(CaseProjection.VIEW).collection(CaseProjection.CASES, CaseRow.class);
        return Paged.all(rows, row -> row.id).filter(row -> Require.within(actor, row.jurisdiction)).map(row -> row.id)
                .flatMap(id -> orders.state(Streams.toleranceCase(id), tolerance) instanceof ToleranceState.Existing found ? Stream.of(compared(rules, found.file(), questions)) : Stream.empty());
    }

    private Optional<Entry> compared(Compared rules, CaseFile file, List<String> questions) {
        DecisionEvent decision = file.decision();
        RecordedCase recorded = new RecordedCase(file.id(), file.matter().jurisdiction(), decision == null ? clock.today() : decision.decided().decidedOn(),
                decision == null ? null : new Decided(decision.outcome(), Subject.PERSON), file.input(), List.of());
        Optional<CaseDifference> difference = rules.impact().difference(recorded);
        Matter matter = new Matter("TOLERANCE_CASE", file.id(), decision == null ? Message.of("容错核查（办理中）", "Tolerance check, open")
                : Message.of("容错决定：" + decision.outcome().label().zh(), "Tolerance decision: " + decision.outcome().label().en()),
                recorded.jurisdiction(), recorded.day(), decision == null, questions, List.of());
        return rules.entry(matter, decision == null ? null : difference.map(CaseDifference::couldStillBeDecided).orElse(Boolean.TRUE),
                difference.map(CaseDifference::outcomes).orElse(List.of()).stream().map(change -> told(rules, change)).toList());
    }

    private static Difference told(Compared rules, OutcomeChange change) {
        Message subject = change.subject() == Subject.PERSON ? Message.of("个人", "the person") : Message.of("单位", "the unit");
        return new Difference(change.ruleId(), Message.of("能否对" + subject.zh() + "作出“" + change.outcome().label().zh() + "”的决定", "May \"" + change.outcome().label().en() + "\" be decided for " + subject.en()),
                words(change.before()), Message.of(words(change.after()).zh() + "。" + change.why().zh(), words(change.after()).en() + ". " + change.why().en()),
                rules.impact().after().rule(change.ruleId()).map(rule -> Grounds.clauses(rule.clauses())).orElse(List.of()));
    }

    private static Message words(Permission permission) {
        return switch (permission) {
            case ALLOWED -> Message.of("可以作出", "May be decided");
            case REFUSED_BY_RULE -> Message.of("规则不允许", "Refused by a rule");
            case ASKS_READING -> Message.of("须先确认口径", "A reading has to be confirmed first");
            case LOST -> Message.of("原件残缺，由人说明理由作出", "Damaged in the source; a person decides with reasons");
            case NOT_STATED -> Message.of("文件未载明，由人查阅其他规定后作出", "Not stated; a person looks at other rules and decides");
            case NOT_YET_RECORDED -> Message.of("尚有事项未记录", "Something is not recorded yet");
            case DATE_UNSET -> Message.of("文件施行日期未录入", "The document's date is not entered");
        };
    }
}
