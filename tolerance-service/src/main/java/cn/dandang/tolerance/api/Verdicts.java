package cn.dandang.tolerance.api;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.accountability.AccountabilityCommand.NoteCheckDecided;
import cn.dandang.tolerance.fact.FactCommand.RecordOutcome;
import cn.dandang.tolerance.rectification.RectificationCommand;
import cn.dandang.tolerance.rectification.RectificationCommand.OrderRectification;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Correction;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.LeftOut;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Meeting;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A decision as sent, sealed, with all that has to be ordered in the same append. */
@Component
final class Verdicts {
    private final Texts texts;
    private final Ids ids;

    Verdicts(Texts texts, Ids ids) {
        this.texts = texts;
        this.ids = ids;
    }

    Verdict of(CaseFile file, CaseRequests.Decision request) {
        String cadre = file.matter().cadre();
        String task = ids.next();
        @Nullable Correction correction = request.correction() == null ? null : new Correction(task, items(cadre, task, request.correction().items()),
                texts.seal(cadre, task, "demands", request.correction().demands()), request.correction().limit());
        List<LeftOut> leftOut = new ArrayList<>();
        for (CaseRequests.LeftOut left : request.leftOut() == null ? List.<CaseRequests.LeftOut>of() : request.leftOut()) {
            leftOut.add(new LeftOut(left.group(), texts.seal(cadre, file.id(), "leftOut." + left.group(), left.reason())));
        }
        return new Verdict(request.outcome(), request.subjects().isEmpty() ? Set.of() : EnumSet.copyOf(request.subjects()), meeting(request.meeting()),
                request.effectGroups() == null ? Set.of() : Set.copyOf(new HashSet<>(request.effectGroups())), leftOut, texts.seal(cadre, file.id(), "reasons", request.reasons()),
                AccountabilityController.measure(request.proposedMeasure()), AccountabilityController.measure(request.decidedMeasure()), correction, request.otherRule());
    }

    static Meeting meeting(CaseRequests.Meeting meeting) {
        return new Meeting(meeting.date(), meeting.members(), meeting.recused() == null ? List.of() : meeting.recused(), meeting.minutesNumber());
    }

    private List<Sealed<String>> items(String cadre, String task, List<String> items) {
        List<Sealed<String>> sealed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            sealed.add(texts.seal(cadre, task, "items." + i, items.get(i)));
        }
        return sealed;
    }

    /** What follows a decision in other streams: the correction, the fact's standing, the accountability case. */
    List<Command> alongside(CaseFile file, Verdict verdict, @Nullable String differenceReason) {
        Matter matter = file.matter();
        List<Command> commands = new ArrayList<>();
        Correction correction = verdict.correction();
        if (correction != null && verdict.outcome() == ToleranceOutcome.EXEMPT) {
            String root = matter.accountabilityCase() == null ? file.id() : matter.accountabilityCase();
            commands.add(new OrderRectification(correction.task(), new RectificationCommand.Matter(root, file.id(), matter.factId(), matter.jurisdiction(), matter.body(), matter.cadre(),
                    matter.unit()), correction.items(), correction.demands(), correction.limit()));
        }
        Set<String> subjects = new HashSet<>();
        verdict.subjects().forEach(subject -> subjects.add(subject == Subject.PERSON ? matter.cadre() : matter.unit()));
        commands.add(new RecordOutcome(matter.factId(), file.id(), matter.jurisdiction(), subjects, verdict.outcome(),
                texts.sealIfPresent(matter.cadre(), file.id(), "differenceReason", differenceReason)));
        if (matter.accountabilityCase() != null) {
            commands.add(new NoteCheckDecided(matter.accountabilityCase(), file.id(), verdict.outcome(), verdict.decidedMeasure()));
        }
        return commands;
    }
}
