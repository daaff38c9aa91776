package cn.dandang.kit.question;

import static cn.dandang.kit.view.Filter.eq;
import static cn.dandang.kit.view.Filter.in;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.question.QuestionEvent.QuestionAnswered;
import cn.dandang.kit.question.QuestionEvent.QuestionAsked;
import cn.dandang.kit.question.QuestionRow.State;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions of a service, open and answered. */
public final class QuestionProjection implements Projection {
    private static final String NAME = "questions";
    private final ViewCollection<QuestionRow> questions;

    public QuestionProjection(Views views) {
        questions = views.of(NAME).collection("questions", QuestionRow.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(RecordedEvent event) {
        switch (event.event()) {
            case QuestionAsked asked -> questions.save(event.streamId(), row(event, asked));
            case QuestionAnswered answered -> questions.update(event.streamId(), row -> row == null ? null : row.answered(event.version(), answered));
            default -> { }
        }
    }

    private static QuestionRow row(RecordedEvent event, QuestionAsked asked) {
        return new QuestionRow(event.streamId(), event.version(), asked.title(), asked.question(), asked.ground(), asked.reading(), asked.ownClauses(), asked.upperClauses(),
                asked.reaction(), asked.target(), asked.fact().id(), asked.jurisdiction(), asked.roles(), State.OPEN, null, null, asked.askedOn(), asked.askedOn());
    }

    Optional<QuestionRow> find(String id) {
        return questions.find(id);
    }

    /** The questions that this actor may answer, or might have. */
    List<QuestionRow> page(Actor actor, @Nullable State state, @Nullable String after, int limit) {
        List<String> roles = actor.roles().stream().map(Role::name).toList();
        return state == null
                ? questions.page(after, limit, eq("jurisdiction", actor.jurisdiction()), in("roles", roles))
                : questions.page(after, limit, eq("jurisdiction", actor.jurisdiction()), in("roles", roles), eq("state", state.name()));
    }

    List<QuestionRow> open(Actor actor) {
        return questions.list(eq("jurisdiction", actor.jurisdiction()), in("roles", actor.roles().stream().map(Role::name).toList()), eq("state", State.OPEN.name()));
    }
}
