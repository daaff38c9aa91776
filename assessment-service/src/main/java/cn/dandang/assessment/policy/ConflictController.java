package cn.dandang.assessment.policy;

import cn.dandang.assessment.policy.PolicyCommand.ConfirmReading;
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
import cn.dandang.policy.LevelConflict;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.reading.Comparison;
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

/** Where a place and a level above it say different things. Reported here; which counts a named official of the place decides. */
@RestController
@RequestMapping("/api/assessment/v1/policy/conflicts")
final class ConflictController {
    private final Orders orders;
    private final ConfirmedReadings readings;
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final ViewPositions positions;

    ConflictController(Orders orders, ConfirmedReadings readings, CurrentPolicy policy, BusinessClock clock, ViewPositions positions) {
        this.orders = orders;
        this.readings = readings;
        this.policy = policy;
        this.clock = clock;
        this.positions = positions;
    }

    /** Whose words count. */
    enum Chosen {
        OWN(Reading.OWN), UPPER(Reading.UPPER);

        private final String choice;

        Chosen(String choice) {
            this.choice = choice;
        }

        static Chosen of(String choice) {
            return Reading.UPPER.equals(choice) ? UPPER : OWN;
        }
    }

    record DecisionRequest(@NotBlank @Pattern(regexp = "\\d{6}") String jurisdiction, @NotNull Chosen chosen, @NotBlank @Size(max = 1000) String reason, @Nullable Boolean demonstration) {}

    record Side(String jurisdiction, String doc, String rule, String modal, Message says, List<Citation> clauses) {}

    record Decided(String by, String byOffice, LocalDate at, String reason, Chosen chosen, boolean demonstration) {}

    /**
     * @param city     the words of the place itself; they go on to act until it is decided otherwise
     * @param province the words of the level above it
     * @param decision absent while it is open
     */
    record ConflictAnswer(String question, Message name, String reading, Side city, Side province, @Nullable Decided decision) {}

    @GetMapping
    Listing<ConflictAnswer> conflicts(Actor actor, @RequestParam(required = false) @Nullable String jurisdiction) {
        PolicySnapshot now = policy.snapshot();
        String place = jurisdiction == null ? actor.jurisdiction() : jurisdiction;
        return new Listing<>(now.conflicts(place, clock.today()).stream().map(conflict -> answer(now, conflict, place)).toList(), null, Instant.now(), positions.position());
    }

    @PostMapping("/{question}/decision")
    ResponseEntity<Answer> decide(@PathVariable String question, @Valid @RequestBody DecisionRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new ConfirmReading(Reading.CONFLICT + question, body.jurisdiction(), body.chosen().choice, body.reason(), Boolean.TRUE.equals(body.demonstration())))));
    }

    private ConflictAnswer answer(PolicySnapshot now, LevelConflict conflict, String place) {
        return new ConflictAnswer(conflict.own().key(), Comparison.title(now, conflict.own().key()), conflict.reading(), side(now, conflict.own()), side(now, conflict.upper()),
                conflict.decided() == null ? null : decided(conflict.reading(), place));
    }

    /** From the ledger, which names the person. */
    private @Nullable Decided decided(String reading, String place) {
        PolicyEvent.ReadingConfirmed held = orders.state(PolicyCommand.readingStream(reading, place), readings).latest();
        return held == null ? null : new Decided(held.byPerson(), held.byOffice(), held.confirmedOn(), held.reason(), Chosen.of(held.choice()), held.demonstration());
    }

    private static Side side(PolicySnapshot now, PolicyRule rule) {
        return new Side(now.document(rule.document()).jurisdiction(), rule.document(), rule.id(), rule.modal().name(), rule.says(), rule.clauses().stream().map(ContractCitations::of).toList());
    }
}
