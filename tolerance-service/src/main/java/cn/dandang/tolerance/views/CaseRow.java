package cn.dandang.tolerance.views;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact.Start;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tolerance case as its pages show it. Changed by its projection only, event by event. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE, isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class CaseRow {
    public String id = "";
    public long version;
    public String state = "OPENED";
    public String jurisdiction = "";
    public String body = "";
    public @Nullable String accountabilityCase;
    public String factId = "";
    public String cadre = "";
    public String unit = "";
    public Start start = Start.EX_OFFICIO;
    public @Nullable Applicant applicant;
    public @Nullable LocalDate openedOn;
    public @Nullable LocalDate verifiedOn;
    public @Nullable LocalDate evaluatedOn;
    public @Nullable LocalDate closedOn;
    public @Nullable Ground ground;
    public FieldOfError field = FieldOfError.NOT_RECORDED;
    public @Nullable ToleranceApplied application;
    public List<PaperAttached> papers = new ArrayList<>();
    public List<FindingRecorded> findings = new ArrayList<>();
    public List<StatementTaken> statements = new ArrayList<>();
    public List<RedLineFound> redLines = new ArrayList<>();
    public List<RedLineFindingWithdrawn> withdrawn = new ArrayList<>();
    public List<RecusalAsked> recusals = new ArrayList<>();
    public List<String> recusalsGranted = new ArrayList<>();
    public List<String> recusalsRefused = new ArrayList<>();
    public List<ReadingChosen> readingChoices = new ArrayList<>();
    public @Nullable ToleranceGranted granted;
    public @Nullable ToleranceMitigated mitigated;
    public @Nullable ToleranceRefused refused;
    public List<Duty> duties = new ArrayList<>();
    public @Nullable RemediesListed remedies;
    public @Nullable RemedyQuestionRaised remedyQuestion;
    public @Nullable OtherRuleConsulted consulted;
    public List<String> appeals = new ArrayList<>();
    public List<LogRow> log = new ArrayList<>();

    /** A duty that the decision carried, open or done. @param reminder true for what the platform suggests and no clause that acts here orders, else null */
    public record Duty(DutyKind kind, boolean done, LocalDate openedOn, Ground ground, @Nullable Boolean reminder) {
        @JsonIgnore
        public boolean owed() {
            return !done && reminder == null;
        }
    }

    /** The decision that stands, or null. */
    @JsonIgnore
    public @Nullable DecisionEvent decision() {
        return granted != null ? granted : mitigated != null ? mitigated : refused;
    }

    @JsonIgnore
    public boolean redLineStands(String redLine) {
        return withdrawn.stream().noneMatch(fallen -> fallen.redLine().equals(redLine));
    }

    @JsonIgnore
    public boolean anyRedLineStands() {
        return redLines.stream().anyMatch(found -> redLineStands(found.redLine()));
    }

    @JsonIgnore
    public boolean dutyOpen(DutyKind kind) {
        return duties.stream().anyMatch(duty -> duty.kind() == kind && duty.owed());
    }
}
