package cn.dandang.clarification.clarification;

import cn.dandang.clarification.assessment.ClarificationAssessments.AssessmentOpened;
import cn.dandang.clarification.assessment.ClarificationAssessments.ClarificationAssessed;
import cn.dandang.clarification.assessment.ClarificationAssessments.ClarificationDeclined;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationApproved;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationIssued;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationProposed;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assessments whether to clarify, and the cases that followed, as lists. */
@Component
final class ClarificationRows implements Projection {
    private static final String VIEW = "clarifications";
    private final Views views;

    ClarificationRows(Views views) {
        this.views = views;
    }

    /** @param declineCode null unless it was declined */
    record AssessmentRow(String id, long version, String jurisdiction, String accused, String report, String allegation, String state, @Nullable String declineCode, LocalDate openedOn) {}

    record CaseRow(String id, long version, String jurisdiction, String accused, String assessment, List<String> factIds, String state, @Nullable Ground ground, LocalDate on) {
        CaseRow {
            factIds = List.copyOf(factIds);
        }
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<AssessmentRow> assessments() {
        return views.of(VIEW).collection("assessments", AssessmentRow.class);
    }

    ViewCollection<CaseRow> cases() {
        return views.of(VIEW).collection("cases", CaseRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        long at = recorded.version();
        switch (recorded.event()) {
            case AssessmentOpened opened -> assessments().save(opened.assessment(),
                    new AssessmentRow(opened.assessment(), at, opened.jurisdiction(), opened.accused(), opened.report(), opened.allegation(), "OPEN", null, opened.on()));
            case ClarificationAssessed assessed -> assessments().update(assessed.assessment(), row -> row == null ? null : new AssessmentRow(row.id(), at, row.jurisdiction(), row.accused(), row.report(),
                    row.allegation(), "CLARIFY", null, row.openedOn()));
            case ClarificationDeclined declined -> assessments().update(declined.assessment(), row -> row == null ? null : new AssessmentRow(row.id(), at, row.jurisdiction(), row.accused(), row.report(),
                    row.allegation(), "DECLINED", declined.code().name(), row.openedOn()));
            case ClarificationProposed proposed -> cases().save(proposed.clarification(), new CaseRow(proposed.clarification(), at, proposed.jurisdiction(), proposed.accused(), proposed.assessment(),
                    proposed.clearedFacts(), "PROPOSED", null, proposed.on()));
            case ClarificationApproved approved -> cases().update(approved.clarification(), row -> row == null ? null : new CaseRow(row.id(), at, row.jurisdiction(), row.accused(), row.assessment(), row.factIds(),
                    "APPROVED", null, approved.on()));
            case ClarificationIssued issued -> cases().update(issued.clarification(), row -> row == null ? null : new CaseRow(row.id(), at, row.jurisdiction(), row.accused(), row.assessment(), row.factIds(), "ISSUED",
                    issued.ground(), issued.on()));
            default -> { }
        }
    }
}
