package cn.dandang.kit.erasure;

import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.erasure.ErasureOrder.DeclineErasure;
import cn.dandang.kit.erasure.ErasureOrder.EnterErasure;
import cn.dandang.kit.erasure.ErasureOrder.ErasePersonalData;
import cn.dandang.kit.erasure.ErasureOrder.ProposeErasure;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasure of personal data: proposed, decided by a second person, carried out before the answer. Exists only in the service that owns the persons. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/erasures")
public class ErasureController {
    private final Orders orders;
    private final ErasureDecider decider;
    private final Erasures erasures;
    private final ErasureProjection view;
    private final ErasureSubjects subjects;
    private final PersonalData personal;
    private final Ids ids;
    private final ViewPositions positions;

    ErasureController(Orders orders, ErasureDecider decider, Erasures erasures, ErasureProjection view, ErasureSubjects subjects, PersonalData personal, Ids ids, ViewPositions positions) {
        this.orders = orders;
        this.decider = decider;
        this.erasures = erasures;
        this.view = view;
        this.subjects = subjects;
        this.personal = personal;
        this.ids = ids;
        this.positions = positions;
    }

    /**
     * A proposal.
     *
     * @param subject id of the person; in clarification that of the report whose reporter it is
     * @param rule    the law or rule that asks for the erasure, named by the official: the platform knows none
     */
    public record Proposal(@NotBlank @Size(max = 64) String subject, @NotBlank @Size(max = 100) String rule, @NotBlank @Size(max = 60) String article, @NotBlank @Size(max = 2000) String reason) {}

    /** A decision with its reason. */
    public record DecisionRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** An erasure for a screen. */
    public record Erasure(String id, long version, String subject, String jurisdiction, String rule, String article, String state, String reason, @Nullable String decisionReason,
                          String proposedBy, LocalDate proposedOn, @Nullable String decidedBy, @Nullable LocalDate decidedOn, @Nullable String commitment) {}

    @GetMapping
    @Recorded
    Listing<Erasure> list(Actor actor, Cursor cursor) {
        readers(actor);
        boolean all = actor.has(Role.AUDITOR) && actor.jurisdiction().equals("000000");
        return Listing.of(known(actor, all ? null : actor.jurisdiction(), cursor.after(), cursor.limit() + 1), cursor, ErasureRow::id, this::shown, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<Erasure> one(Actor actor, @PathVariable String id) {
        readers(actor);
        ErasureRow row = view.find(id).filter(found -> knows(actor, found)).orElseThrow(() -> notFound(id));
        Access.mayRead(actor, row.jurisdiction());
        return Answers.found(shown(row), row.version());
    }

    @PostMapping
    ResponseEntity<Answer> propose(Creation in, @Valid @RequestBody Proposal body) {
        // before the subject is looked for: nobody else learns whether there is one
        Access.role(in.actor(), subjects.kind().proposer());
        String jurisdiction = subjects.jurisdiction(body.subject(), in.actor()).orElseThrow(() -> ProblemException.notFound("人员", "person", body.subject()));
        String key = subjects.kind().key(body.subject());
        if (personal.erased(key)) {
            throw ProblemException.of(ProblemType.WRONG_STATE, "该人员的个人信息已依法删除。", "This person's data was erased by law already.");
        }
        String stream = ids.stream(ErasureDecider.KIND);
        return Answers.created(orders.send(in.order(new ProposeErasure(stream, key, jurisdiction, body.rule().strip(), body.article().strip(), sealed(in.actor(), stream, body.reason())))));
    }

    /** Orders the erasure; when it answers, the key is destroyed. */
    @PostMapping("/{id}/approval")
    ResponseEntity<Answer> approve(Change in, @PathVariable String id, @Valid @RequestBody DecisionRequest body) {
        String stream = stream(id);
        String key = orders.state(stream, decider) instanceof ErasureState.Proposed proposed ? proposed.proposal().key() : null;
        @Nullable String commitment = key == null ? null : personal.commitmentOf(key).orElse(null);
        ErasePersonalData order = new ErasePersonalData(stream, commitment, sealed(in.actor(), stream, body.reason()));
        Receipt receipt = orders.send(key == null ? in.order(order) : in.order(order, new EnterErasure(stream, key)));
        // a repeated request finds it ordered, perhaps by a process that ended before it carried it out
        if (orders.state(stream, decider) instanceof ErasureState.Ordered ordered) {
            erasures.carryOut(stream, ordered.order().key());
        }
        return Answers.done(receipt);
    }

    @PostMapping("/{id}/declining")
    ResponseEntity<Answer> decline(Change in, @PathVariable String id, @Valid @RequestBody DecisionRequest body) {
        String stream = stream(id);
        return Answers.done(orders.send(in.order(new DeclineErasure(stream, sealed(in.actor(), stream, body.reason())))));
    }

    /** A page of what this actor may know of. */
    private List<ErasureRow> known(Actor actor, @Nullable String jurisdiction, @Nullable String after, int limit) {
        List<ErasureRow> known = new ArrayList<>();
        List<ErasureRow> page;
        @Nullable String from = after;
        do {
            page = view.page(jurisdiction, from, limit);
            page.stream().filter(row -> knows(actor, row)).forEach(known::add);
            from = page.isEmpty() ? from : page.getLast().id();
        } while (known.size() < limit && page.size() == limit);
        return known.size() > limit ? known.subList(0, limit) : known;
    }

    private boolean knows(Actor actor, ErasureRow row) {
        return subjects.jurisdiction(subjects.kind().subject(row.key()), actor).isPresent();
    }

    private void readers(Actor actor) {
        Access.role(actor, Role.AUDITOR, subjects.kind().proposer(), subjects.kind().decider());
    }

    /** Under the official's own key: the reason must be readable when the other key is gone. */
    private Sealed<String> sealed(Actor actor, String stream, String reason) {
        return personal.seal("person:" + actor.person(), Streams.id(stream), "reason", reason);
    }

    private Erasure shown(ErasureRow row) {
        return new Erasure(row.id(), row.version(), subjects.kind().subject(row.key()), row.jurisdiction(), row.rule(), row.article(), row.state().name(), personal.text(row.reason()),
                personal.textOrNull(row.decisionReason()), row.proposedBy(), row.proposedOn(), row.decidedBy(), row.decidedOn(), row.commitment());
    }

    private static String stream(String id) {
        return ErasureOrder.streamOf(Requests.id(id, "删除申请", "proposal of erasure"));
    }

    private static ProblemException notFound(String id) {
        return ProblemException.notFound("删除申请", "proposal of erasure", id);
    }
}
