package cn.dandang.kit.question;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import java.util.List;

/** Open questions as things to do. */
final class QuestionTodos implements TodoSource {
    private final String service;
    private final QuestionProjection questions;

    QuestionTodos(String service, QuestionProjection questions) {
        this.service = service;
        this.questions = questions;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        return questions.open(actor).stream()
                .map(row -> new Todo(row.id(), "question", row.title(), row.jurisdiction(), row.roles(), null, null, row.ground(), "/" + service + "/questions/" + row.id(), row.askedOn()))
                .toList();
    }
}
