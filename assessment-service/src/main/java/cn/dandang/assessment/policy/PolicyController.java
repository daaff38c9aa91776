package cn.dandang.assessment.policy;

import cn.dandang.assessment.policy.PolicyCommand.ConfirmReading;
import cn.dandang.assessment.policy.PolicyCommand.DateDocument;
import cn.dandang.contracts.Citation;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents and readings over HTTP. What is shown is what this service's own decisions go by: the policy topic, followed like everywhere. */
@RestController
@RequestMapping("/api/assessment/v1/policy")
final class PolicyController {
    private final Orders orders;
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final ViewPositions positions;

    PolicyController(Orders orders, CurrentPolicy policy, BusinessClock clock, ViewPositions positions) {
        this.orders = orders;
        this.policy = policy;
        this.clock = clock;
        this.positions = positions;
    }

    record DateRequest(@NotNull LocalDate effectiveFrom, @NotBlank @Size(max = 200) String source, boolean demonstration) {}

    record ConfirmationRequest(@NotBlank @Pattern(regexp = "\\d{6}") String jurisdiction, @NotBlank String choice, @NotBlank @Size(max = 1000) String reason, boolean demonstration) {}

    /** @param effectiveFrom absent while UNSET */
    record DocumentAnswer(String code, String id, String title, @Nullable String number, String level, String jurisdiction, @Nullable String parent, boolean trial, @Nullable LocalDate effectiveFrom,
                          @Nullable String dateSource, boolean demonstration, List<Damage> damaged) {}

    record Damage(String place, Message lost) {}

    record ChoiceAnswer(String id, Message label) {}

    record Confirmation(String choice, String reason, String byOffice, LocalDate on, boolean demonstration) {}

    record ReadingAnswer(String id, String kind, Message question, List<String> jurisdictions, List<ChoiceAnswer> choices, @Nullable String recommended, boolean caseByCase, List<Citation> ownClauses,
                         List<Citation> upperClauses, String state, @Nullable Confirmation confirmed) {}

    @PostMapping("/documents/{code}/dates")
    ResponseEntity<Answer> date(@PathVariable String code, @Valid @RequestBody DateRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new DateDocument(code, body.effectiveFrom(), body.source(), body.demonstration()))));
    }

    @PostMapping("/readings/{reading}/confirmations")
    ResponseEntity<Answer> confirm(@PathVariable String reading, @Valid @RequestBody ConfirmationRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new ConfirmReading(reading, body.jurisdiction(), body.choice(), body.reason(), body.demonstration()))));
    }

    @GetMapping("/documents")
    Listing<DocumentAnswer> documents(Actor actor) {
        PolicySnapshot now = policy.snapshot();
        return listing(now.documents().stream().map(document -> answer(now, document)).toList());
    }

    @GetMapping("/readings")
    Listing<ReadingAnswer> readings(Actor actor, @RequestParam(required = false) @Nullable String jurisdiction) {
        PolicySnapshot now = policy.snapshot();
        String place = jurisdiction == null ? actor.jurisdiction() : jurisdiction;
        return listing(now.readings().stream().filter(reading -> reading.askedIn(place)).map(reading -> answer(now, reading, place)).toList());
    }

    private <T> Listing<T> listing(List<T> items) {
        return new Listing<>(items, null, Instant.now(), positions.position());
    }

    private static DocumentAnswer answer(PolicySnapshot now, PolicyDocument document) {
        DocumentDate date = now.effectiveDate(document.code()).orElse(null);
        return new DocumentAnswer(document.code(), document.id(), document.titleZh(), document.number(), document.level().name(), document.jurisdiction(), document.parent(), document.trial(),
                date == null ? null : date.effectiveFrom(), date == null ? null : date.source(), date != null && date.demonstration(),
                document.damaged().stream().map(place -> new Damage(place.place(), place.lost())).toList());
    }

    private ReadingAnswer answer(PolicySnapshot now, Reading reading, String place) {
        Confirmation confirmed = now.confirmed(reading.id(), place, clock.today()).map(PolicyController::confirmation).orElse(null);
        return new ReadingAnswer(reading.id(), reading.kind().name(), reading.question(), reading.jurisdictions(), reading.choices().stream().map(choice -> new ChoiceAnswer(choice.id(), choice.text())).toList(),
                reading.recommended(), reading.caseByCase(), reading.ownSide().stream().map(ContractCitations::of).toList(), reading.upperSide().stream().map(ContractCitations::of).toList(),
                confirmed == null ? "OPEN" : "CONFIRMED", confirmed);
    }

    private static Confirmation confirmation(ConfirmedReading confirmed) {
        return new Confirmation(confirmed.choice(), confirmed.reason(), confirmed.confirmedByOffice(), confirmed.confirmedOn(), confirmed.demonstration());
    }
}
