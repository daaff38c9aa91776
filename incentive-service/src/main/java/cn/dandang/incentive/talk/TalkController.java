package cn.dandang.incentive.talk;

import cn.dandang.contracts.Ground;
import cn.dandang.incentive.People;
import cn.dandang.incentive.PersonRef;
import cn.dandang.incentive.talk.TalkCommand.AcceptTalk;
import cn.dandang.incentive.talk.TalkCommand.DeclineTalk;
import cn.dandang.incentive.talk.TalkCommand.HoldTalk;
import cn.dandang.incentive.talk.TalkEvent.TalkProposed;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.security.Require;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

/** Talks over HTTP: for the Party organisation that arranges them, the cadre himself and the auditor. Notes are in no answer. */
@RestController
@RequestMapping("/api/incentive/v1/talks")
final class TalkController {
    private static final String OWED = "clarification.";
    private static final Message CARE = Message.of("条款要求及时安排一次谈心谈话。这次谈话是关心，不是提醒或批评。", "A clause orders a talk in time. It is care, not a warning and no criticism.");
    private static final Message REASON = Message.of("建议及时安排一次谈心谈话；是否安排由您决定，并说明理由。", "A talk is proposed; whether it is arranged is yours to decide, with a reason.");
    private final Orders orders;
    private final Talks talks;
    private final Acts acts;
    private final TalkProjection view;
    private final People people;
    private final ViewPositions positions;

    TalkController(Orders orders, Talks talks, Acts acts, TalkProjection view, People people, ViewPositions positions) {
        this.orders = orders;
        this.talks = talks;
        this.acts = acts;
        this.view = view;
        this.people = people;
        this.positions = positions;
    }

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record HoldingRequest(@Nullable @Size(max = 8000) String notes) {}

    record TalkAnswer(String id, long version, String jurisdiction, PersonRef cadre, String state, Message reason, Ground ground, LocalDate on, LocalDate proposedOn, @Nullable String answer,
                      @Nullable PersonRef answeredBy) {}

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Answer> accept(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        return Answers.done(orders.send(in.order(new AcceptTalk(id, people.sealed(cadre(in.actor(), id), id, "acceptance", body.reason())))));
    }

    @PostMapping("/{id}/declining")
    ResponseEntity<Answer> decline(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        return Answers.done(orders.send(in.order(new DeclineTalk(id, people.sealed(cadre(in.actor(), id), id, "declining", body.reason())))));
    }

    @PostMapping("/{id}/holding")
    ResponseEntity<Answer> hold(@PathVariable String id, @Valid @RequestBody HoldingRequest body, Change in) {
        String cadre = cadre(in.actor(), id);
        return Answers.done(orders.send(in.order(new HoldTalk(id, body.notes() == null || body.notes().isBlank() ? null : people.sealed(cadre, id, "notes", body.notes())))));
    }

    @GetMapping
    @Recorded
    Listing<TalkAnswer> list(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String cadre) {
        List<Filter> filters = new ArrayList<>();
        // who holds no role in the matter asks for his own
        String about = cadre == null && Require.role(actor, Talks.ARRANGES, Role.AUDITOR).isPresent() ? actor.person() : cadre;
        if (about != null) {
            filters.add(Filter.eq("cadre", about));
        }
        if (!actor.person().equals(about)) {
            Access.role(actor, Talks.ARRANGES, Role.AUDITOR);
            if (!Require.mayRead(actor, "")) {
                filters.add(Filter.eq("jurisdiction", actor.jurisdiction()));
            }
        }
        return Listing.of(view.rows().page(cursor.after(), cursor.limit() + 1, filters.toArray(Filter[]::new)), cursor, TalkRow::id, this::answer, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<TalkAnswer> one(Actor actor, @PathVariable String id) {
        TalkRow row = visible(actor, id);
        return Answers.found(answer(row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(Actor actor, @PathVariable String id) {
        TalkRow row = visible(actor, id);
        // any sealed text serves as a sample: decisions never open one
        var sample = people.sealed(row.cadre(), id, "sample", "");
        return acts.of(actor).ask("acceptance", "同意安排", "Arrange it", new AcceptTalk(id, sample)).ask("declining", "不予安排", "Decline it", new DeclineTalk(id, sample))
                .ask("holding", "记录已开展", "Record that it was held", new HoldTalk(id, null)).list();
    }

    private String cadre(Actor actor, String id) {
        Access.role(actor, Talks.ARRANGES);
        return Talks.proposed(orders.state(Talks.stream(Requests.id(id, "谈话", "talk")), talks)).map(TalkProposed::cadre).orElseThrow(() -> ProblemException.notFound("谈话", "talk", id));
    }

    private TalkRow visible(Actor actor, String id) {
        TalkRow row = view.rows().find(Requests.id(id, "谈话", "talk")).orElse(null);
        if (row != null && row.cadre().equals(actor.person())) {
            return row;
        }
        Access.role(actor, Talks.ARRANGES, Role.AUDITOR);
        if (row == null) {
            throw ProblemException.notFound("谈话", "talk", id);
        }
        Access.mayRead(actor, row.jurisdiction());
        return row;
    }

    private TalkAnswer answer(TalkRow row) {
        return new TalkAnswer(row.id(), row.version(), row.jurisdiction(), people.ref(row.cadre()), row.state(), row.ground().ruleId().startsWith(OWED) ? CARE : REASON, row.ground(), row.on(), row.proposedOn(),
                row.answer() == null ? null : people.text(row.answer()), row.answeredBy() == null ? null : people.ref(row.answeredBy()));
    }
}
