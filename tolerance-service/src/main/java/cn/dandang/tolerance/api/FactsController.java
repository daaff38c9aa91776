package cn.dandang.tolerance.api;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Requests;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.fact.FactCommand.NoteLink;
import cn.dandang.tolerance.fact.FactCommand.NoteUnlink;
import cn.dandang.tolerance.fact.FactCommand.RecordFact;
import cn.dandang.tolerance.fact.FactDecider;
import cn.dandang.tolerance.fact.FactLinks;
import cn.dandang.tolerance.fact.FactLinks.Link;
import cn.dandang.tolerance.fact.FactLinks.LinkCommand.LinkFacts;
import cn.dandang.tolerance.fact.FactLinks.LinkCommand.UndoLink;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of facts, and what joins two records of the same one. */
@RestController
@RequestMapping("/api/tolerance/v1/facts")
class FactsController {
    private final Orders orders;
    private final Ids ids;
    private final Texts texts;
    private final FactLinks links;
    private final FactDecider facts;

    FactsController(Orders orders, Ids ids, Texts texts, FactLinks links, FactDecider facts) {
        this.orders = orders;
        this.ids = ids;
        this.texts = texts;
        this.links = links;
        this.facts = facts;
    }

    /** A described event. @param cadre whom it concerns, where that is known */
    record FactRequest(@NotBlank @Size(max = 4000) String what, @NotBlank @Size(max = 500) String where, @NotNull LocalDate happenedOn, @Nullable String cadre) {}

    record LinkRequest(@NotBlank String a, @NotBlank String b, @NotBlank @Size(max = 2000) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** Records a fact: whoever first has to cite one makes it. Nobody learns from it what else is known of the fact. */
    @PostMapping
    ResponseEntity<Answer> record(@Valid @RequestBody FactRequest request, Creation in) {
        Access.role(in.actor(), Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.BENEFITS_OFFICER, Role.UNIT_PARTY_ORGANISATION, Role.CADRE);
        String factId = ids.next();
        String owner = request.cadre() == null ? factId : request.cadre();
        return Answers.created(orders.send(in.order(new RecordFact(factId, texts.seal(owner, factId, "what", request.what()), texts.seal(owner, factId, "where", request.where()),
                request.happenedOn(), request.cadre()))));
    }

    @PostMapping("/links")
    ResponseEntity<Answer> link(@Valid @RequestBody LinkRequest request, Creation in) {
        Door.enter(in.actor());
        String a = Requests.id(request.a(), "事实", "fact");
        String b = Requests.id(request.b(), "事实", "fact");
        String link = ids.next();
        return Answers.created(orders.send(in.order(List.<Command>of(new LinkFacts(link, a, b, texts.sealForAll(persons(a, b), link, "reason", request.reason())), new NoteLink(a, link, b), new NoteLink(b, link, a)))));
    }

    @PostMapping("/links/{id}/undoing")
    ResponseEntity<Answer> undo(@PathVariable String id, @Valid @RequestBody ReasonRequest request, Change in) {
        Door.enter(in.actor());
        Requests.id(id, "同一事实的认定", "link of facts");
        Receipt receipt = switch (orders.state(Streams.factLink(id), links)) {
            case Link.None none -> throw ProblemException.notFound("同一事实的认定", "link of facts", id);
            case Link.Standing link -> undone(id, link.factId(), link.sameAs(), request.reason(), in);
            case Link.Undone link -> undone(id, link.factId(), link.sameAs(), request.reason(), in);
        };
        return Answers.done(receipt);
    }

    private Receipt undone(String id, String a, String b, String reason, Change in) {
        return orders.send(in.order(new UndoLink(id, texts.sealForAll(persons(a, b), id, "undoing", reason)), new NoteUnlink(a, id, b), new NoteUnlink(b, id, a)));
    }

    /** Whom the facts concern, as far as it is known here. */
    private Set<String> persons(String... factIds) {
        Set<String> persons = new TreeSet<>();
        for (String factId : factIds) {
            persons.addAll(orders.state(Streams.factStanding(factId), facts).persons());
        }
        return persons;
    }
}
