package cn.dandang.kit.question;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.question.QuestionOrder.AnswerQuestion;
import cn.dandang.kit.question.QuestionState.Open;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions put to persons, and their answers. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/questions")
public class QuestionController {
    private final Orders orders;
    private final QuestionDecider decider;
    private final QuestionProjection questions;
    private final AskedEffects effects;
    private final PersonalData personal;
    private final ViewPositions positions;

    QuestionController(Orders orders, QuestionDecider decider, QuestionProjection questions, AskedEffects effects, PersonalData personal, ViewPositions positions) {
        this.orders = orders;
        this.decider = decider;
        this.questions = questions;
        this.effects = effects;
        this.personal = personal;
        this.positions = positions;
    }

    /** An answer with its reason. */
    public record AnswerRequest(@NotNull Boolean accept, @NotBlank @Size(max = 2000) String reason) {}

    /** A question for a screen, its reason opened. */
    public record QuestionAnswer(String id, long version, Message title, Message question, Ground ground, @Nullable String reading, List<Citation> ownClauses, List<Citation> upperClauses,
                                 String effect, String target, String factId, String jurisdiction, Set<Role> roles, QuestionRow.State state, @Nullable String reason, @Nullable String answeredBy,
                                 LocalDate askedOn, LocalDate on) {}

    /** The questions of the actor's jurisdiction that one of his roles answers. */
    @GetMapping
    Listing<QuestionAnswer> list(Actor actor, Cursor cursor, @RequestParam(required = false) QuestionRow.@Nullable State state) {
        return Listing.of(questions.page(actor, state, cursor.after(), cursor.limit() + 1), cursor, QuestionRow::id, this::shown, positions.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<QuestionAnswer> one(Actor actor, @PathVariable String id) {
        QuestionRow row = questions.find(id)
                .filter(found -> found.jurisdiction().equals(actor.jurisdiction()) && found.roles().stream().anyMatch(actor::has))
                .orElseThrow(() -> notFound(id));
        return Answers.found(shown(row), row.version());
    }

    /** Answers a question under the actor's name; accepting does in the same append what the rule would have done. */
    @PostMapping("/{id}/answer")
    ResponseEntity<Answer> answer(Change change, @PathVariable String id, @Valid @RequestBody AnswerRequest answer) {
        String stream = stream(id);
        List<Command> commands = new ArrayList<>();
        if (answer.reason().isBlank()) {
            Access.orProblem(Optional.<Refusal>of(new QuestionRefusal.NoReason()));
        }
        String cause = null;
        String concerned = change.actor().person();
        if (orders.state(stream, decider) instanceof Open(QuestionEvent.QuestionAsked asked)) {
            concerned = asked.fact().body().get("cadre") instanceof String cadre ? cadre : concerned;
            commands.add(answered(stream, id, answer, concerned));
            cause = asked.fact().id();
            // asked of the actor before the effects are looked for: nobody else learns what accepting would do
            if (answer.accept() && QuestionDecider.mayAnswer(change.actor(), asked).isEmpty()) {
                List<Command> accepted = effects.orders(asked.reaction(), asked.target(), asked.fact());
                if (accepted.isEmpty()) {
                    Access.orProblem(Optional.<Refusal>of(new QuestionRefusal.NothingLeft()));
                }
                commands.addAll(accepted);
            }
        } else {
            commands.add(answered(stream, id, answer, concerned));
        }
        return Answers.done(orders.send(change.order(commands).withCause(null, cause)));
    }

    /** The reason is about the person whom the fact concerns, so it is sealed under his key. */
    private AnswerQuestion answered(String stream, String id, AnswerRequest answer, String concerned) {
        return new AnswerQuestion(stream, answer.accept(), personal.seal("person:" + concerned, id, "reason", answer.reason()));
    }

    private QuestionAnswer shown(QuestionRow row) {
        return new QuestionAnswer(row.id(), row.version(), row.title(), row.question(), row.ground(), row.reading(), row.ownClauses(), row.upperClauses(), row.effect(), row.target(),
                row.factId(), row.jurisdiction(), row.roles(), row.state(), personal.textOrNull(row.reason()), row.answeredBy(), row.askedOn(), row.on());
    }

    private static String stream(String id) {
        try {
            return Streams.of(QuestionDecider.KIND, id);
        } catch (IllegalArgumentException e) {
            throw notFound(id);
        }
    }

    private static ProblemException notFound(String id) {
        return ProblemException.notFound("待定事项", "question", id);
    }
}
