package cn.dandang.tolerance.api;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.Message;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.tolerance.fact.FactEvent.FactRecorded;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Prohibition;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DecisionEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.SubjectDecided;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.ToleranceGranted;
import cn.dandang.tolerance.views.CaseProjection;
import cn.dandang.tolerance.views.CaseRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A tolerance case as it is answered: names from the register, personal texts opened. */
@Component
final class CaseAnswers {
    private final Texts texts;
    private final Names names;
    private final Views views;

    CaseAnswers(Texts texts, Names names, Views views) {
        this.texts = texts;
        this.names = names;
        this.views = views;
    }

    record Fact(String what, String where, LocalDate happenedOn) {}

    record Step(String key, Message label, String state, @Nullable LocalDate on) {}

    record Paper(String id, String kind, @Nullable String from, Names.Named by, String text, LocalDate on, @Nullable LocalDate datedOn, Message note) {}

    record FindingFound(String itemId, String result, List<String> evidence, @Nullable String citedPolicy, Names.Named by, LocalDate on) {}

    record StatementMade(@Nullable String text, boolean declined, Names.Named takenBy, LocalDate on) {}

    record Gain(String beneficiary, String reference) {}

    record RedLine(String id, String kind, @Nullable Prohibition clause, @Nullable Gain gain, List<String> evidence, String state, List<Names.Named> by, LocalDate shownOn, LocalDate on) {}

    record RecusalAnswer(String id, Names.Named person, Names.Named askedBy, String ground, String state, LocalDate on) {}

    record ReadingChosenHere(String reading, String choice, String reason, Names.Named by, LocalDate on) {}

    record LeftOutAnswer(EffectGroup group, String reason) {}

    record MeetingAnswer(LocalDate date, List<Names.Named> members, List<Names.Named> recused, String minutesNumber) {}

    record DecisionAnswer(String outcome, List<String> subjects, List<EffectGroup> effectGroups, List<LeftOutAnswer> leftOut, MeetingAnswer meeting, String reasons,
                          @Nullable String proposedMeasure, @Nullable String decidedMeasure, @Nullable String otherRule, LocalDate on, Names.Named by, Ground ground,
                          List<SubjectDecided> grounds, @Nullable String rectificationTask, @Nullable String onAppeal) {}

    record EffectAnswer(String kind, Message label, @Nullable EffectGroup group, boolean named, @Nullable Support support, Ground ground, String acts, @Nullable String reading,
                        String value, Message note) {}

    /** @param reminder true for what the platform suggests and no clause that acts here orders */
    record DutyAnswer(String kind, String state, LocalDate openedOn, Ground ground, boolean reminder) {}

    record CaseAnswer(String id, long version, String state, String jurisdiction, Names.Named body, @Nullable String accountabilityCase, String factId, @Nullable Fact fact, Names.Named cadre,
                      Names.Named unit, String start, @Nullable Applicant applicant, @Nullable LocalDate openedOn, @Nullable Ground ground, String fieldOfError, List<Step> steps,
                      List<Paper> papers, List<FindingFound> findings, List<StatementMade> statements, List<RedLine> redLines, List<RecusalAnswer> recusals,
                      List<ReadingChosenHere> readingChoices, @Nullable DecisionAnswer decision, List<EffectAnswer> effects, List<DutyAnswer> duties, List<String> appeals,
                      boolean remedyQuestionOpen, List<Names.Log> log) {}

    /** One line of a list. */
    record CaseLine(String id, long version, String state, String jurisdiction, Names.Named cadre, Names.Named unit, String factId, @Nullable Fact fact, String start,
                    @Nullable LocalDate openedOn, @Nullable String outcome, @Nullable Ground ground, @Nullable String accountabilityCase) {}

    CaseLine line(CaseRow row) {
        DecisionEvent decision = row.decision();
        return new CaseLine(row.id, row.version, row.state, row.jurisdiction, names.person(row.cadre), names.unit(row.unit), row.factId, fact(row.factId), row.start.name(), row.openedOn,
                decision == null ? null : decision.outcome().name(), row.ground, row.accountabilityCase);
    }

    CaseAnswer full(CaseRow row) {
        return new CaseAnswer(row.id, row.version, row.state, row.jurisdiction, names.unit(row.body), row.accountabilityCase, row.factId, fact(row.factId), names.person(row.cadre),
                names.unit(row.unit), row.start.name(), row.applicant, row.openedOn, row.ground, row.field.name(), steps(row), papers(row),
                row.findings.stream().map(it -> new FindingFound(it.item(), it.result().name(), texts.open(it.evidence()), it.citedPolicy(), names.person(it.by()), it.on())).toList(),
                row.statements.stream().map(it -> new StatementMade(texts.openIfPresent(it.text()), it.text() == null, names.person(it.takenBy()), it.madeOn() == null ? it.on() : it.madeOn())).toList(),
                row.redLines.stream().map(it -> new RedLine(it.redLine(), it.kind().name(), it.prohibition(), it.gain() == null ? null : new Gain(it.gain().beneficiary().name(),
                        texts.open(it.gain().what())), texts.open(it.evidence()), row.redLineStands(it.redLine()) ? "STANDING" : "WITHDRAWN", names.persons(it.signedBy()), it.shownOn(), it.on())).toList(),
                row.recusals.stream().map(it -> new RecusalAnswer(it.recusal(), names.person(it.person()), names.person(it.askedBy()), texts.open(it.grounds()),
                        row.recusalsGranted.contains(it.recusal()) ? "GRANTED" : row.recusalsRefused.contains(it.recusal()) ? "REFUSED" : "ASKED", it.on())).toList(),
                row.readingChoices.stream().map(it -> new ReadingChosenHere(it.reading(), it.choice(), texts.open(it.reasons()), names.person(it.by()), it.on())).toList(),
                decision(row), effects(row), row.duties.stream().map(it -> new DutyAnswer(it.kind().name(), it.done() ? "DONE" : "OPEN", it.openedOn(), it.ground(), it.reminder() != null)).toList(), row.appeals,
                row.remedyQuestion != null && row.consulted == null, names.log(row.log));
    }

    /** The day of the act, null where the fact is not known here. */
    @Nullable LocalDate happenedOn(String factId) {
        return known(factId).map(FactRecorded::happenedOn).orElse(null);
    }

    private Optional<FactRecorded> known(String factId) {
        return views.of(CaseProjection.VIEW).collection(CaseProjection.FACTS, FactRecorded.class).find(factId);
    }

    private @Nullable Fact fact(String factId) {
        return known(factId).map(known -> new Fact(texts.open(known.what()), texts.open(known.where()), known.happenedOn())).orElse(null);
    }

    private List<Paper> papers(CaseRow row) {
        java.util.ArrayList<Paper> papers = new java.util.ArrayList<>();
        if (row.application != null) {
            papers.add(new Paper(row.application.paper(), "APPLICATION", null, names.person(row.application.appliedBy()), texts.open(row.application.grounds()), row.application.appliedOn(), null,
                    Message.of("容错（免责）申请", "Application for tolerance")));
        }
        row.papers.forEach(it -> papers.add(new Paper(it.paper(), it.kind().name(), it.source() == null ? names.person(it.from()).name() : texts.open(it.source()), names.person(it.from()),
                texts.open(it.text()), it.on(), it.datedOn(), it.note())));
        return papers;
    }

    private @Nullable DecisionAnswer decision(CaseRow row) {
        DecisionEvent event = row.decision();
        if (event == null) {
            return null;
        }
        ToleranceEvent.Decided decided = event.decided();
        ToleranceGranted granted = row.granted;
        return new DecisionAnswer(event.outcome().name(), decided.subjects().stream().map(subject -> subject.subject().name()).toList(), granted == null ? List.of() : granted.effectGroups(),
                granted == null ? List.of() : granted.leftOut().stream().map(left -> new LeftOutAnswer(left.group(), texts.open(left.reason()))).toList(),
                new MeetingAnswer(decided.meeting().date(), names.persons(decided.meeting().members()), names.persons(decided.meeting().recused()), decided.meeting().minutesNumber()),
                texts.open(decided.reasons()), AccountabilityController.label(decided.proposedMeasure()), AccountabilityController.label(decided.decidedMeasure()), decided.otherRule(),
                decided.decidedOn(), names.person(decided.decidedBy()), Objects.requireNonNull(event.ground()), decided.subjects(), granted == null ? null : granted.rectificationTask(), decided.onAppeal());
    }

    private List<EffectAnswer> effects(CaseRow row) {
        return row.granted == null ? List.of() : row.granted.effects().stream().map(it -> new EffectAnswer(it.kind(), Labels.effect(EffectKind.valueOf(it.kind())), it.group(), it.named(),
                it.value().equals("STATED") ? it.ground().support() : null, it.ground(), it.acts(), it.reading(), it.value(), it.says())).toList();
    }

    private static List<Step> steps(CaseRow row) {
        DecisionEvent decision = row.decision();
        boolean verified = row.evaluatedOn != null || decision != null;
        boolean heard = !row.statements.isEmpty();
        boolean owed = row.duties.stream().anyMatch(CaseRow.Duty::owed);
        return List.of(
                step("OPENING", "启动", "Opened", true, false, row.openedOn),
                step("VERIFICATION", "调查核实", "Verification", verified, true, row.evaluatedOn),
                step("STATEMENT", "陈述申辩", "Statement", heard, true, heard ? row.statements.getFirst().on() : null),
                step("DECISION", "集体研究决定", "Decision", decision != null, verified && heard, decision == null ? null : decision.decided().decidedOn()),
                step("NOTICE", "告知与说明", "Notice and explanation", decision != null && !owed, decision != null, null),
                step("CLOSING", "办结", "Closed", row.state.equals("CLOSED"), decision != null && !owed, row.closedOn));
    }

    private static Step step(String key, String zh, String en, boolean done, boolean current, @Nullable LocalDate on) {
        return new Step(key, Message.of(zh, en), done ? "done" : current ? "current" : "todo", on);
    }
}
