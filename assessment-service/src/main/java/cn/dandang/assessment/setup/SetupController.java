package cn.dandang.assessment.setup;

import cn.dandang.assessment.setup.SetupCommand.ProposeOpening;
import cn.dandang.assessment.setup.SetupCommand.ReviewOpening;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** The setup of a place over HTTP. Everybody may read it. */
@RestController
@RequestMapping("/api/assessment/v1/policy/setup")
final class SetupController {
    private final Orders orders;
    private final PlaceSetups setups;
    private final CurrentPolicy policy;
    private final BusinessClock clock;

    SetupController(Orders orders, PlaceSetups setups, CurrentPolicy policy, BusinessClock clock) {
        this.orders = orders;
        this.setups = setups;
        this.policy = policy;
        this.clock = clock;
    }

    record OpeningRequest(@NotBlank @Pattern(regexp = "\\d{6}") String jurisdiction, @NotBlank @Size(max = 1000) String reason, @Nullable Boolean demonstration) {}

    record ReviewRequest(boolean approve, @NotBlank @Size(max = 1000) String reason) {}

    record Unanswered(String pack, Message name) {}

    record Undated(String doc, String title) {}

    record Unconfirmed(String reading, Message question) {}

    record Proposal(String by, LocalDate at, String reason, boolean demonstration) {}

    record Opening(String by, LocalDate at, String proposedBy, boolean demonstration) {}

    /**
     * @param ready    whether every pack is answered: then the place can be opened
     * @param opened   absent until it is open for real use
     * @param undated  documents of the place and above it without an effective date: nothing of them acts by itself
     * @param readings open readings that are asked there: until confirmed the platform asks in each case
     */
    record SetupAnswer(String jurisdiction, long version, boolean ready, @Nullable Proposal proposed, @Nullable Opening opened, List<Unanswered> unanswered, List<Undated> undated, List<Unconfirmed> readings) {}

    @GetMapping
    ResponseEntity<SetupAnswer> setup(Actor actor, @RequestParam(required = false) @Nullable String jurisdiction) {
        String place = code(jurisdiction == null ? actor.jurisdiction() : jurisdiction);
        PolicySnapshot now = policy.snapshot();
        LocalDate today = clock.today();
        long version = orders.version(SetupCommand.stream(place));
        PlaceSetups.Setup state = orders.state(SetupCommand.stream(place), setups);
        SetupEvent.OpeningProposed proposed = state.proposed();
        SetupEvent.PlaceOpened opened = state.opened();
        List<Unanswered> unanswered = PlaceSetups.unanswered(now, place, today).stream().map(pack -> new Unanswered(pack.id(), pack.name())).toList();
        return Answers.found(new SetupAnswer(place, version, unanswered.isEmpty(),
                proposed == null ? null : new Proposal(proposed.byPerson(), proposed.proposedOn(), proposed.reason(), proposed.demonstration()),
                opened == null ? null : new Opening(opened.approvedBy(), opened.openedOn(), opened.proposedBy(), opened.demonstration()), unanswered, undated(now, place), readings(now, place, today)), version);
    }

    @PostMapping
    ResponseEntity<Answer> open(@Valid @RequestBody OpeningRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new ProposeOpening(body.jurisdiction(), body.reason(), Boolean.TRUE.equals(body.demonstration())))));
    }

    @PostMapping("/{jurisdiction}/review")
    ResponseEntity<Answer> review(@PathVariable String jurisdiction, @Valid @RequestBody ReviewRequest body, Change in) {
        return Answers.done(orders.send(in.order(new ReviewOpening(code(jurisdiction), body.approve(), body.reason()))));
    }

    private static List<Undated> undated(PolicySnapshot policy, String place) {
        return Jurisdictions.lineage(place).stream().flatMap(level -> policy.documentOf(level).stream()).map(PolicyDocument::code).filter(code -> policy.effectiveDate(code).isEmpty())
                .map(code -> new Undated(code, policy.document(code).titleZh())).toList();
    }

    private static List<Unconfirmed> readings(PolicySnapshot policy, String place, LocalDate today) {
        return policy.readings().stream().filter(reading -> reading.askedIn(place) && policy.confirmed(reading.id(), place, today).isEmpty())
                .map(reading -> new Unconfirmed(reading.id(), reading.question())).toList();
    }

    private static String code(String jurisdiction) {
        if (!jurisdiction.matches("\\d{6}")) {
            throw ProblemException.malformed("地区须为六位行政区划代码，例如 371000。", "A jurisdiction is a six-digit code, like 371000.");
        }
        return jurisdiction;
    }
}
