package cn.dandang.tolerance.tolerancecase;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.rectification.Rectification;
import cn.dandang.policy.rectification.RectificationAnswer;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Malformed;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Correction;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.LeftOut;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Meeting;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a decision is complete in form: meeting, statement, measures, groups of effect, correction. */
final class DecisionForm {
    private DecisionForm() {}

    static @Nullable Refusal refuse(Verdict verdict, CaseFile file, Circumstances now) {
        return Access.firstOf(
                () -> Guard.noRecusalOpen(file),
                () -> heard(file),
                () -> meeting(verdict.meeting(), file, now),
                () -> subjects(verdict),
                () -> measures(verdict));
    }

    private static @Nullable Refusal heard(CaseFile file) {
        return file.statementOnFile() ? null : rule("尚未听取本人陈述申辩，不能作出决定。", "The person has not been heard: no decision before his statement is on file.");
    }

    private static @Nullable Refusal meeting(Meeting meeting, CaseFile file, Circumstances now) {
        Set<String> members = new HashSet<>(meeting.members());
        if (meeting.minutesNumber().isBlank()) {
            return new Malformed(Message.of("缺少会议纪要编号。", "The minutes number is missing."));
        }
        if (meeting.date().isAfter(now.today())) {
            return new Malformed(Message.of("会议日期在今天之后。", "The meeting lies in the future."));
        }
        if (meeting.date().isBefore(file.openedOn())) {
            return new Malformed(Message.of("会议日期早于本案启动之日。", "The meeting lies before the opening of the case."));
        }
        if (members.size() < 2) {
            return rule("认定由机关集体研究决定，会议至少有两名成员。", "The decision is the body's: its meeting has at least two members.");
        }
        if (!members.contains(now.actor().person())) {
            return rule("录入决定的人须是参加会议的成员。", "Whoever enters the decision was a member of the meeting.");
        }
        if (file.investigators().stream().anyMatch(members::contains)) {
            return rule("调查核实人员不能参加作出决定的会议。", "Those who investigated take no part in the meeting that decides.");
        }
        if (members.contains(file.matter().cadre())) {
            return rule("当事人不能是会议成员。", "The person concerned cannot be a member of the meeting.");
        }
        if (file.recused().stream().anyMatch(members::contains) || meeting.recused().stream().anyMatch(members::contains)) {
            return rule("已回避的人员不能参加会议。", "A person who was recused takes no part in the meeting.");
        }
        return null;
    }

    private static @Nullable Refusal subjects(Verdict verdict) {
        if (verdict.subjects().isEmpty()) {
            return new Malformed(Message.of("决定须写明对谁作出（本人、单位）。", "The decision names its subjects (person, unit)."));
        }
        return verdict.outcome() != ToleranceOutcome.EXEMPT && verdict.subjects().contains(Subject.UNIT) && !verdict.subjects().contains(Subject.PERSON)
                ? new Malformed(Message.of("从轻、减轻和不予容错的决定包括本人。", "A decision other than exemption includes the person.")) : null;
    }

    private static @Nullable Refusal measures(Verdict verdict) {
        boolean mitigated = verdict.outcome() == ToleranceOutcome.LIGHTER || verdict.outcome() == ToleranceOutcome.REDUCED;
        if (mitigated && (verdict.proposedMeasure() == null || verdict.decidedMeasure() == null)) {
            return rule("从轻、减轻须分别写明拟处理措施和实际处理措施。", "A mitigation names the measure proposed and the measure decided.");
        }
        return verdict.outcome() == ToleranceOutcome.EXEMPT && verdict.decidedMeasure() != null
                ? rule("免责的决定不能带有处理措施。", "An exemption carries no measure.") : null;
    }

    /** Groups of effect and correction, for an exemption only. */
    static @Nullable Refusal refuseEffects(Verdict verdict, CaseFile file, Circumstances now) {
        if (verdict.outcome() != ToleranceOutcome.EXEMPT) {
            return verdict.correction() == null && verdict.effectGroups().isEmpty() ? null
                    : new Malformed(Message.of("只有免责的决定列明免责方面并责令整改。", "Only an exemption names groups of effect and orders a correction."));
        }
        return Access.firstOf(() -> groups(verdict, file, now), () -> correction(verdict.correction(), file, now));
    }

    private static @Nullable Refusal groups(Verdict verdict, CaseFile file, Circumstances now) {
        Map<cn.dandang.policy.effects.EffectGroup, String> given = new HashMap<>();
        for (LeftOut left : verdict.leftOut()) {
            if (verdict.effectGroups().contains(left.group())) {
                return new Malformed(Message.of("同一方面不能既列明又排除。", "A group cannot be named and left out at once."));
            }
            given.put(cn.dandang.policy.effects.EffectGroup.valueOf(left.group().name()), "given");
        }
        List<Message> lacking = Effects.reasonsLacking(now.policy(), file.matter().jurisdiction(), now.today(), Deciding.asRule(verdict.effectGroups()), given);
        return lacking.isEmpty() ? null : rule(String.join("；", lacking.stream().map(Message::zh).toList()), String.join("; ", lacking.stream().map(Message::en).toList()));
    }

    private static @Nullable Refusal correction(@Nullable Correction correction, CaseFile file, Circumstances now) {
        RectificationAnswer answer = Rectification.withExemption(now.policy(), file.matter().jurisdiction(), now.today());
        if (correction == null) {
            // every exemption decision here carries its correction: where the local text is silent the body orders it by its own decision
            return new RefusedByRule(answer.required() ? answer.says() : Message.of("免责决定须同时写明纠错事项、要求和期限。" , "An exemption is decided together with its correction: items, demands, limit."),
                    Grounds.clauses(answer.order().citations()));
        }
        if (correction.items().isEmpty()) {
            return new Malformed(Message.of("纠错整改须写明事项。", "A correction names its items."));
        }
        return correction.limit().isBefore(now.today()) ? new Malformed(Message.of("整改期限早于今天。", "The limit of the correction lies in the past.")) : null;
    }

    private static Refusal rule(String zh, String en) {
        return new RefusedByRule(Message.of(zh, en), List.of());
    }
}
