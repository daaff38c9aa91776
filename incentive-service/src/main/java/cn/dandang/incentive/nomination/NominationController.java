package cn.dandang.incentive.nomination;

import cn.dandang.contracts.Ground;
import cn.dandang.incentive.People;
import cn.dandang.incentive.PersonRef;
import cn.dandang.incentive.nomination.HoldCommand.CloseHolds;
import cn.dandang.incentive.nomination.HoldCommand.HoldNomination;
import cn.dandang.incentive.nomination.HoldCommand.ReleaseHold;
import cn.dandang.incentive.nomination.HoldCommand.RenewHold;
import cn.dandang.incentive.nomination.NominationCommand.ConferAward;
import cn.dandang.incentive.nomination.NominationCommand.ProposeNomination;
import cn.dandang.incentive.nomination.NominationCommand.RequireOpen;
import cn.dandang.incentive.nomination.NominationEvent.NominationProposed;
import cn.dandang.incentive.standing.AdverseEntry;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.security.Require;
import cn.dandang.kit.standing.StandingCommand.AdmitEntry;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

/** Nominations over HTTP. A released hold is shown to the cadre himself and the auditor alone. */
@RestController
@RequestMapping("/api/incentive/v1/award-nominations")
final class NominationController {
    private final Orders orders;
    private final Nominations nominations;
    private final Holds holds;
    private final Acts acts;
    private final Ids ids;
    private final NominationProjection view;
    private final People people;
    private final BusinessClock clock;
    private final ViewPositions positions;

    NominationController(Orders orders, Nominations nominations, Holds holds, Acts acts, Ids ids, NominationProjection view, People people, BusinessClock clock, ViewPositions positions) {
        this.orders = orders;
        this.nominations = nominations;
        this.holds = holds;
        this.acts = acts;
        this.ids = ids;
        this.view = view;
        this.people = people;
        this.clock = clock;
        this.positions = positions;
    }

    record NominationRequest(@NotBlank String cadre, @NotBlank @Size(max = 100) String award) {}

    record HoldRequest(@NotBlank @Size(max = 2000) String reason, @NotBlank String factId, @Nullable @Size(max = 100) String basis) {}

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record HoldAnswer(String reason, @Nullable String basis, String factId, PersonRef by, LocalDate on, long ageDays, @Nullable String renewal, @Nullable PersonRef renewedBy, @Nullable LocalDate renewedOn) {}

    record ReleasedAnswer(HoldAnswer hold, LocalDate on, @Nullable Ground ground, @Nullable String cause, @Nullable String reason) {}

    /** @param releasedHolds absent but for the cadre himself and the auditor */
    record NominationAnswer(String id, long version, String jurisdiction, PersonRef cadre, String award, String state, @Nullable HoldAnswer hold, LocalDate proposedOn, @Nullable List<ReleasedAnswer> releasedHolds) {}

    @PostMapping
    ResponseEntity<Answer> propose(@Valid @RequestBody NominationRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new ProposeNomination(ids.next(), Requests.id(body.cadre(), "人员", "person"), body.award()))));
    }

    @PostMapping("/{id}/hold")
    ResponseEntity<Answer> hold(@PathVariable String id, @Valid @RequestBody HoldRequest body, Change in) {
        NominationProposed proposed = proposed(in.actor(), id);
        String fact = Requests.id(body.factId(), "事实", "fact");
        return done(id, in.order(new RequireOpen(id),
                new HoldNomination(id, proposed.cadre(), proposed.jurisdiction(), fact, body.basis(), people.sealed(proposed.cadre(), id, "hold.reason", body.reason())),
                new AdmitEntry(fact, new AdverseEntry(id, proposed.cadre()))));
    }

    @PostMapping("/{id}/renewal")
    ResponseEntity<Answer> renew(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        NominationProposed proposed = proposed(in.actor(), id);
        return done(id, in.order(new RequireOpen(id), new RenewHold(id, people.sealed(proposed.cadre(), id, "renewal.reason", body.reason()))));
    }

    @PostMapping("/{id}/release")
    ResponseEntity<Answer> release(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        NominationProposed proposed = proposed(in.actor(), id);
        HoldEvent.NominationHeld held = orders.state(Holds.stream(id), holds).held();
        List<Command> commands = new ArrayList<>(List.of(new RequireOpen(id), new ReleaseHold(id, people.sealed(proposed.cadre(), id, "release.reason", body.reason()))));
        if (held != null) {
            commands.add(new DropEntry(held.factId(), id));
        }
        return done(id, in.order(commands));
    }

    @PostMapping("/{id}/conferral")
    ResponseEntity<Answer> confer(@PathVariable String id, Change in) {
        proposed(in.actor(), id);
        return done(id, in.order(new ConferAward(id), new CloseHolds(id)));
    }

    @GetMapping
    @Recorded
    Listing<NominationAnswer> list(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String cadre) {
        List<Filter> filters = new ArrayList<>();
        // who holds no role in the matter asks for his own
        String about = cadre == null && Require.role(actor, Role.BENEFITS_OFFICER, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.AUDITOR).isPresent() ? actor.person() : cadre;
        if (about != null) {
            filters.add(Filter.eq("cadre", about));
        }
        if (!actor.person().equals(about)) {
            reader(actor);
            if (!Require.mayRead(actor, "")) {
                filters.add(Filter.eq("jurisdiction", actor.jurisdiction()));
            }
        }
        return Listing.of(view.rows().latest(cursor.after(), cursor.limit() + 1, filters.toArray(Filter[]::new)), cursor, NominationRow::id, row -> answer(actor, row), positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<NominationAnswer> one(Actor actor, @PathVariable String id) {
        NominationRow row = visible(actor, id);
        return Answers.found(answer(actor, row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(Actor actor, @PathVariable String id) {
        NominationRow row = visible(actor, id);
        // any sealed text serves as a sample: decisions never open one
        var sample = people.sealed(row.cadre(), id, "sample", "");
        return acts.of(actor)
                .ask("hold", "暂缓提名", "Hold the nomination", new RequireOpen(id), new HoldNomination(id, row.cadre(), row.jurisdiction(), id, null, sample))
                .ask("renewal", "续期暂缓", "Renew the hold", new RequireOpen(id), new RenewHold(id, sample))
                .ask("release", "解除暂缓", "Lift the hold", new RequireOpen(id), new ReleaseHold(id, sample))
                .ask("conferral", "表彰", "Confer the award", new ConferAward(id), new CloseHolds(id)).list();
    }

    /** Answers with the nomination's own version, whatever became of its hold. */
    private ResponseEntity<Answer> done(String id, Order order) {
        Receipt receipt = orders.send(order);
        String stream = Nominations.stream(id);
        return Answers.done(new Receipt(stream, orders.version(stream), receipt.position(), receipt.repeated()));
    }

    private NominationProposed proposed(Actor actor, String id) {
        Access.role(actor, Role.BENEFITS_OFFICER, Role.ORG_OFFICER, Role.ORG_DECIDER);
        NominationProposed proposed = orders.state(Nominations.stream(Requests.id(id, "提名", "nomination")), nominations).proposed();
        if (proposed == null) {
            throw ProblemException.notFound("提名", "nomination", id);
        }
        return proposed;
    }

    private NominationRow visible(Actor actor, String id) {
        NominationRow row = view.rows().find(Requests.id(id, "提名", "nomination")).orElse(null);
        if (row != null && row.cadre().equals(actor.person())) {
            return row;
        }
        reader(actor);
        if (row == null) {
            throw ProblemException.notFound("提名", "nomination", id);
        }
        Access.mayRead(actor, row.jurisdiction());
        return row;
    }

    private static void reader(Actor actor) {
        Access.role(actor, Role.BENEFITS_OFFICER, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.AUDITOR);
    }

    private NominationAnswer answer(Actor actor, NominationRow row) {
        boolean seesAll = row.cadre().equals(actor.person()) || actor.has(Role.AUDITOR);
        List<ReleasedAnswer> released = seesAll ? row.released().stream()
                .map(lifted -> new ReleasedAnswer(answer(lifted.hold(), lifted.on()), lifted.on(), lifted.ground(), lifted.cause(), lifted.reason() == null ? null : people.text(lifted.reason()))).toList() : null;
        return new NominationAnswer(row.id(), row.version(), row.jurisdiction(), people.ref(row.cadre()), row.award(), row.conferred() ? "CONFERRED" : row.hold() == null ? "PROPOSED" : "HELD",
                row.hold() == null ? null : answer(row.hold(), clock.today()), row.proposedOn(), released);
    }

    private HoldAnswer answer(NominationRow.Hold hold, LocalDate until) {
        return new HoldAnswer(people.text(hold.reason()), hold.basis(), hold.factId(), people.ref(hold.by()), hold.on(), ChronoUnit.DAYS.between(hold.on(), until),
                hold.renewal() == null ? null : people.text(hold.renewal()), hold.renewedBy() == null ? null : people.ref(hold.renewedBy()), hold.renewedOn());
    }
}
