package cn.dandang.tolerance.api;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Beneficiary;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.PaperKind;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.RedLineKind;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.WithdrawalBasis;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent with the orders to a tolerance case. Texts are sealed before anything is decided. */
interface CaseRequests {
    int TEXT = 8000;

    /** @param body the body it goes to, by management authority; the leading one where left out */
    record Application(@Nullable String accountabilityCase, @NotBlank String factId, @NotBlank String cadre, @NotBlank String unit, @NotNull Applicant applicant, @Nullable String body,
                       @NotBlank @Size(max = TEXT) String grounds) {}

    record Paper(@NotNull PaperKind kind, @Nullable @Size(max = 500) String from, @NotBlank @Size(max = TEXT) String text, @Nullable LocalDate on) {}

    record Finding(@NotBlank String itemId, @NotNull FindingResult result, @Nullable List<@Size(max = 4000) String> evidence, @Nullable @Size(max = 500) String citedPolicy) {}

    record Field(@NotNull FieldOfError field) {}

    /** @param declined the person was asked and chose to say nothing */
    record Statement(@Nullable @Size(max = TEXT) String text, @Nullable Boolean declined, @Nullable LocalDate on) {}

    record Clause(@NotBlank @Size(max = 200) String rule, @NotBlank @Size(max = 200) String place, @NotBlank @Size(max = 500) String words, @NotBlank @Size(max = 200) String number,
                  @Nullable LocalDate date) {}

    record Gain(@NotNull Beneficiary beneficiary, @NotBlank @Size(max = 2000) String reference) {}

    /** @param shownOn when the evidence was shown to the person; {@code shownToCadre} alone means today */
    record RedLine(@NotNull RedLineKind line, @Nullable @Valid Clause clause, @Nullable @Valid Gain gain, @NotEmpty List<@NotBlank @Size(max = 4000) String> evidence,
                   @NotBlank String secondInvestigator, @Nullable Boolean shownToCadre, @Nullable LocalDate shownOn) {}

    record Withdrawal(@Nullable WithdrawalBasis basis, @NotBlank @Size(max = 4000) String reason, @Nullable List<@Size(max = 4000) String> evidence) {}

    record Recusal(@NotBlank String person, @NotBlank @Size(max = 2000) String ground) {}

    record RecusalDecision(@NotNull Boolean granted, @NotBlank @Size(max = 2000) String reason) {}

    record ReadingChoice(@NotBlank String reading, @NotBlank String choice, @NotBlank @Size(max = 4000) String reason) {}

    record Text(@NotBlank @Size(max = TEXT) String text) {}

    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    record OtherRule(@Nullable @Size(max = 500) String question, @NotBlank @Size(max = 500) String rule, @NotBlank @Size(max = 4000) String reason) {}

    record Meeting(@NotNull LocalDate date, @NotEmpty List<@NotBlank String> members, @Nullable List<@NotBlank String> recused, @NotBlank @Size(max = 200) String minutesNumber) {}

    record LeftOut(@NotNull EffectGroup group, @NotBlank @Size(max = 2000) String reason) {}

    record Correction(@NotEmpty List<@NotBlank @Size(max = 4000) String> items, @NotBlank @Size(max = 4000) String demands, @NotNull LocalDate limit) {}

    record Decision(@NotNull ToleranceOutcome outcome, @NotEmpty List<@NotNull Subject> subjects, @NotNull @Valid Meeting meeting, @Nullable List<@NotNull EffectGroup> effectGroups,
                    @Nullable List<@Valid LeftOut> leftOut, @NotBlank @Size(max = TEXT) String reasons, @Nullable String proposedMeasure, @Nullable String decidedMeasure,
                    @Nullable @Valid Correction correction, @Nullable @Size(max = 500) String otherRule, @Nullable @Size(max = 4000) String differenceReason) {}
}
