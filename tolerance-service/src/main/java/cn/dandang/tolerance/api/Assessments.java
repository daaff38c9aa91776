package cn.dandang.tolerance.api;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.Occasion;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Trace;
import cn.dandang.policy.tolerance.ItemResult;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.Question;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 判定依据: what holds, what does not, what is near, and why. Proposes nothing. */
@Component
final class Assessments {

    record Date(String doc, @Nullable LocalDate effectiveFrom, String source, boolean demonstration) {}

    record Combination(String value, Message label) {}

    record Item(String itemId, Message label, List<Citation> clauses, Support support, String result, String holds, Message why, List<String> evidence, boolean required, boolean redLine,
                @Nullable String reading, @Nullable Message goodPole, @Nullable Message badPole) {}

    record Group(ItemKind kind, Message label, Combination combination, List<Item> items) {}

    record Outcome(String outcome, String subject, Message label, String permission, Message why, List<Citation> clauses, @Nullable String reading, @Nullable Support support,
                   boolean reasonRequired) {}

    record Choice(String id, Message label) {}

    record Asked(@Nullable String reading, String kind, Message question, List<Choice> choices, List<Citation> clauses, List<Citation> ownClauses, List<Citation> upperClauses,
                 boolean caseByCase) {}

    /**
     * What the rules of the day of the act say. None of the five documents states by which day it goes, so both are shown.
     *
     * @param says     that the documents do not state it
     * @param outcomes those that are answered otherwise than on the day the assessment goes by, as on the day of the act
     */
    record OnActDay(LocalDate happenedOn, Message says, List<Outcome> outcomes) {}

    /** @param onActDay null where the fact's day is not known here or is the day the assessment goes by */
    record Answered(LocalDate asOf, @Nullable OnActDay onActDay, String rulesVersion, List<Date> dates, List<Group> groups, List<Outcome> outcomes, List<Asked> questions, List<Message> toJudge, List<String> missing,
                    Trace trace) {}

    /**
     * @param happenedOn the day of the act, or null where it is not known here
     * @param evidence   opened texts of evidence by item
     */
    Answered of(PolicySnapshot policy, CaseFile file, LocalDate asOf, @Nullable LocalDate happenedOn, Map<String, List<String>> evidence) {
        ToleranceAssessment assessment = ToleranceTest.evaluate(policy, file.matter().jurisdiction(), asOf, file.input());
        Map<ItemKind, List<Item>> groups = new LinkedHashMap<>();
        for (ItemResult result : assessment.items()) {
            groups.computeIfAbsent(result.item().kind(), kind -> new ArrayList<>()).add(item(result, evidence.getOrDefault(result.item().id(), List.of())));
        }
        OnActDay onActDay = happenedOn == null || happenedOn.equals(asOf) ? null : onActDay(policy, file, happenedOn, assessment);
        return new Answered(asOf, onActDay, assessment.rulesVersion(), assessment.trace().dates().stream().distinct().map(Assessments::date).toList(),
                groups.entrySet().stream().map(group -> new Group(group.getKey(), Labels.items(group.getKey()), new Combination(combination(group.getKey()), assessment.combination()), group.getValue())).toList(),
                assessment.permissions().stream().map(Assessments::outcome).toList(), assessment.questions().stream().map(question -> asked(policy, question)).toList(),
                assessment.trace().leftToPerson(), assessment.missing(), assessment.trace());
    }

    private static OnActDay onActDay(PolicySnapshot policy, CaseFile file, LocalDate happenedOn, ToleranceAssessment assessment) {
        List<OutcomePermission> then = ToleranceTest.hasTest(policy, file.matter().jurisdiction(), happenedOn)
                ? ToleranceTest.permissions(policy, file.matter().jurisdiction(), happenedOn, file.input())
                : assessment.permissions().stream().map(Assessments::withoutTest).toList();
        return new OnActDay(happenedOn, Occasion.By.NOT_STATED.says(), then.stream().filter(other -> assessment.permissions().stream().noneMatch(now -> sameAnswer(now, other))).map(Assessments::outcome).toList());
    }

    private static boolean sameAnswer(OutcomePermission one, OutcomePermission other) {
        return one.outcome() == other.outcome() && one.subject() == other.subject() && one.permission() == other.permission() && one.citations().equals(other.citations())
                && Objects.equals(one.reading(), other.reading());
    }

    /** On that day no document of the place was in force, as far as is entered. */
    private static OutcomePermission withoutTest(OutcomePermission now) {
        return new OutcomePermission(now.outcome(), now.subject(), OutcomePermission.Permission.NOT_STATED, now.ruleId(), null, List.of(), null, false,
                Message.of("行为发生之日，本地区尚无已施行的文件载明此项。", "On the day of the act no document of this place that states it was in force yet."));
    }

    /** How the items of a kind are meant: the sentence beside it says how they combine in this place. */
    private static String combination(ItemKind kind) {
        return switch (kind) {
            case SITUATION -> "MATCHED";
            case CONDITION, RED_LINE, PURPOSE -> "MUST_HOLD";
            case DISTINCTION, CONSIDERATION, ELEMENT, FACTOR -> "WEIGHED";
        };
    }

    private static Date date(DocumentDate date) {
        return new Date(date.document(), date.effectiveFrom(), date.source(), date.demonstration());
    }

    private static Item item(ItemResult result, List<String> evidence) {
        return new Item(result.item().id(), result.item().name(), Grounds.clauses(result.item().clauses()), Grounds.support(result.item().support()), result.recorded().name(),
                result.holds().name(), result.why(), evidence, result.item().required(), result.item().redLine(), result.item().reading(), result.item().goodPole(), result.item().badPole());
    }

    private static Outcome outcome(OutcomePermission permission) {
        return new Outcome(permission.outcome().name(), permission.subject().name(), permission.outcome().label(), permission.permission().name(), permission.why(),
                Grounds.clauses(permission.citations()), permission.reading(), permission.support() == null ? null : Grounds.support(permission.support()), permission.reasonRequired());
    }

    private static Asked asked(PolicySnapshot policy, Question question) {
        Reading reading = question.reading() == null ? null : policy.reading(question.reading()).orElse(null);
        return new Asked(question.reading(), question.kind().name(), question.text(),
                reading == null ? List.of() : reading.choices().stream().map(choice -> new Choice(choice.id(), choice.text())).toList(), Grounds.clauses(question.citations()),
                reading == null ? List.of() : Grounds.clauses(reading.ownSide()), reading == null ? List.of() : Grounds.clauses(reading.upperSide()), reading != null && reading.caseByCase());
    }
}
