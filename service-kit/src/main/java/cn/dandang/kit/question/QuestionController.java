package cn.dandang.kit.question;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final ViewPositions positions;

    QuestionController(Orders orders, QuestionDecider decider, QuestionProjection questions, AskedEffects effects, ViewPositions positions) {
        this.orders = orders;
        this.decider = decider;
        this.questions = questions;
        this.effects = effects;
        this.positions = positions;
    }

    /** An answer with its reason. */
    public record AnswerRequest(@NotNull Boolean accept, @NotBlank @Size(max = 2000) String reason) {}

    /** The questions of the actor's jurisdiction that one of his roles answers. */
    @GetMapping
    Listing<QuestionRow> list(Actor actor, Cursor cursor, @RequestParam(required = false) QuestionRow.@Nullable State state) {
        return Listing.of(questions.page(actor, state, cursor.after(), cursor.limit() + 1), cursor, QuestionRow::id, row -> row, positions.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<QuestionRow> one(Actor actor, @PathVariable String id) {
        QuestionRow row = questions.find(id)
                .filter(found -> found.jurisdiction().equals(actor.jurisdiction()) && found.roles().stream().anyMatch(actor::has))
                .orElseThrow(() -> notFound(id));
        return Answers.found(row, row.version());
    }

    /** Answers a question under the actor's name; accepting does in the same append what the rule would have done. */
    @PostMapping("/{id}/answer")
    ResponseEntity<Answer> answer(Change change, @PathVariable String id, @Valid @RequestBody AnswerRequest answer) {
        String stream = stream(id);
        List<Command> commands = new ArrayList<>();
        commands.add(new AnswerQuestion(stream, answer.accept(), answer.reason()));
        String cause = null;
        if (orders.state(stream, decider) instanceof Open(QuestionEvent.QuestionAsked asked)) {
            cause = asked.fact().id();
            // asked of the actor before the effects are looked for: nobody else learns what accepting would do
            if (answer.accept() && QuestionDecider.mayAnswer(change.actor(), asked).isEmpty()) {
                List<Command> accepted = effects.orders(asked.reaction(), asked.target(), asked.fact());
                if (accepted.isEmpty()) {
                    Access.orProblem(Optional.<Refusal>of(new QuestionRefusal.NothingLeft()));
                }
                commands.addAll(accepted);
            }
        }
        return Answers.done(orders.send(change.order(commands).withCause(null, cause)));
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
