package cn.dandang.kit.question;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.question.QuestionEvent.QuestionAnswered;
import cn.dandang.kit.question.QuestionEvent.QuestionAsked;
import cn.dandang.kit.question.QuestionOrder.AnswerQuestion;
import cn.dandang.kit.question.QuestionOrder.AskQuestion;
import cn.dandang.kit.question.QuestionState.Answered;
import cn.dandang.kit.question.QuestionState.NotAsked;
import cn.dandang.kit.question.QuestionState.Open;
import cn.dandang.kit.security.AccessRefusal;
import cn.dandang.kit.security.Require;
import java.util.Optional;

/** Questions: put once by the platform, answered once by a person who holds one of the roles in the jurisdiction. */
public final class QuestionDecider implements Decider<QuestionOrder, QuestionEvent, QuestionState> {
    public static final String KIND = "question";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<QuestionOrder> commands() {
        return QuestionOrder.class;
    }

    @Override
    public Class<QuestionEvent> events() {
        return QuestionEvent.class;
    }

    @Override
    public QuestionState initial() {
        return new NotAsked();
    }

    @Override
    public Decision<QuestionEvent> decide(QuestionOrder order, QuestionState state, Circumstances now) {
        return switch (order) {
            case AskQuestion ask -> ask(ask, state, now);
            case AnswerQuestion answer -> answer(answer, state, now);
        };
    }

    private static Decision<QuestionEvent> ask(AskQuestion ask, QuestionState state, Circumstances now) {
        if (!now.actor().isSystem()) {
            return Decision.refuse(new QuestionRefusal.OnlyThePlatformAsks());
        }
        if (!(state instanceof NotAsked)) {
            return Decision.refuse(new QuestionRefusal.AlreadyAsked());
        }
        return Decision.accept(new QuestionAsked(ask.reaction(), ask.target(), ask.fact(), ask.jurisdiction(), ask.roles(), ask.title(), ask.question(), ask.reading(),
                ask.ground(), ask.ownClauses(), ask.upperClauses(), now.today()));
    }

    private static Decision<QuestionEvent> answer(AnswerQuestion answer, QuestionState state, Circumstances now) {
        return switch (state) {
            case NotAsked() -> Decision.refuse(new QuestionRefusal.NoSuchQuestion());
            case Answered _ -> Decision.refuse(new QuestionRefusal.AlreadyAnswered());
            case Open(QuestionAsked asked) -> {
                Optional<Refusal> refusal = mayAnswer(now.actor(), asked);
                if (refusal.isPresent()) {
                    yield Decision.refuse(refusal.get());
                }
                yield Decision.accept(new QuestionAnswered(asked.jurisdiction(), answer.accept(), answer.reason(), now.actor().person(), now.today()));
            }
        };
    }

    /** The platform never answers its own question. */
    static Optional<Refusal> mayAnswer(Actor actor, QuestionAsked asked) {
        if (actor.isSystem() || asked.roles().stream().noneMatch(actor::has)) {
            return Optional.of(new AccessRefusal.ForbiddenRole(asked.roles()));
        }
        return Require.jurisdiction(actor, asked.jurisdiction());
    }

    @Override
    public QuestionState evolve(QuestionState state, QuestionEvent event) {
        return switch (event) {
            case QuestionAsked asked -> new Open(asked);
            case QuestionAnswered answered -> new Answered(switch (state) {
                case Open(QuestionAsked asked) -> asked;
                case Answered(QuestionAsked asked, boolean _) -> asked;
                case NotAsked() -> throw new IllegalStateException("A question was answered that was never asked.");
            }, answered.accepted());
        };
    }
}
