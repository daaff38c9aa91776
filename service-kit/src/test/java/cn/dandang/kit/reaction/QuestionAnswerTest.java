package cn.dandang.kit.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.orders.OrderRefusedException;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.question.QuestionBench;
import cn.dandang.kit.question.QuestionEvent.QuestionAnswered;
import cn.dandang.kit.question.QuestionEvent.QuestionAsked;
import cn.dandang.kit.question.QuestionState;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.wire.WireService;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class QuestionAnswerTest {
    @TempDir
    private Path folder;
    private ReactionBench bench;
    private QuestionBench questions;
    private String matter;
    private String question;

    @BeforeEach
    void ask(TestInfo test) {
        bench = new ReactionBench(folder, "ask-" + Integer.toHexString(test.getDisplayName().hashCode()));
        questions = new QuestionBench(bench.service, bench.reactions, folder);
        matter = bench.enteredMatter();
        bench.handler.handle(bench.received(1, "case-1", "ask " + matter), null);
        question = bench.service.events().stream().filter(event -> event.event() instanceof QuestionAsked).findFirst().orElseThrow().streamId();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static Change by(Actor actor, String key) {
        return new Change(actor, key, "digest", 0);
    }

    @Test
    void accepting_does_what_was_asked_under_the_persons_name_in_the_same_append() {
        questions.answer(by(WireService.DECIDER, "key-1"), question, true, "事实相同");
        assertThat(bench.matter(matter).annulled()).isTrue();
        List<RecordedEvent> events = bench.service.events();
        assertThat(events.subList(events.size() - 2, events.size())).extracting(RecordedEvent::type).containsExactly("question.answered.v1", "wire.annulled.v1");
        assertThat(events.subList(events.size() - 2, events.size())).allSatisfy(event -> {
            assertThat(event.person()).isEqualTo("person-decider");
            assertThat(event.causation()).isEqualTo(bench.source + "/1/0");
        });
        assertThat(events.getLast().correlation()).isEqualTo(events.get(events.size() - 2).correlation());
    }

    @Test
    void declining_does_nothing_but_record_the_answer() {
        questions.answer(by(WireService.DECIDER, "key-1"), question, false, "并非同一事实");
        assertThat(bench.matter(matter).annulled()).isFalse();
        assertThat(bench.service.events(QuestionAnswered.class)).singleElement().satisfies(answer -> assertThat(answer.accepted()).isFalse());
    }

    @Test
    void the_same_answer_sent_again_is_answered_alike_and_another_one_is_refused() {
        long position = questions.answer(by(WireService.DECIDER, "key-1"), question, true, "事实相同").position();
        assertThat(questions.answer(by(WireService.DECIDER, "key-1"), question, true, "事实相同").position()).isEqualTo(position);
        assertThatThrownBy(() -> questions.answer(new Change(WireService.DECIDER, "key-2", "digest", 1), question, false, "改主意")).isInstanceOf(OrderRefusedException.class)
                .satisfies(refused -> assertThat(((OrderRefusedException) refused).refusal().slug()).isEqualTo("wrong-state"));
    }

    @Test
    void only_a_role_and_jurisdiction_that_were_asked_may_answer_and_nothing_is_written_else() {
        long head = bench.service.ledger.head();
        Actor officer = new Actor("person-officer", "office-1", "unit-1", "371000", Set.of(Role.ORG_OFFICER));
        Actor elsewhere = new Actor("person-elsewhere", "office-2", "unit-2", "340000", Set.of(Role.ORG_DECIDER));
        assertThatThrownBy(() -> questions.answer(by(officer, "key-1"), question, true, "事实相同")).hasMessageContaining("office does not allow");
        assertThatThrownBy(() -> questions.answer(by(elsewhere, "key-2"), question, true, "事实相同")).hasMessageContaining("jurisdiction");
        assertThatThrownBy(() -> questions.answer(by(Actor.system("x"), "key-3"), question, true, "事实相同")).isInstanceOf(OrderRefusedException.class);
        assertThatThrownBy(() -> questions.answer(by(WireService.DECIDER, "key-4"), question, false, " ")).hasMessageContaining("has a reason");
        assertThat(bench.service.ledger.head()).isEqualTo(head);
    }

    @Test
    void a_later_confirmation_of_the_reading_does_not_answer_an_open_question() {
        bench.confirmed.set(true);
        bench.handler.handle(bench.received(1, "case-1", "ask " + matter), null);
        assertThat(bench.matter(matter).annulled()).isFalse();
        assertThat(bench.service.orders.state("question-" + question, bench.service.questions)).isInstanceOf(QuestionState.Open.class);
        questions.answer(by(WireService.DECIDER, "key-1"), question, true, "事实相同");
        assertThat(bench.matter(matter).annulled()).isTrue();
    }

    @Test
    void accepting_what_a_decision_refuses_by_now_writes_nothing() {
        bench.handler.handle(bench.received(2, "case-2", "annul " + matter), null);
        long head = bench.service.ledger.head();
        assertThatThrownBy(() -> questions.answer(by(WireService.DECIDER, "key-1"), question, true, "事实相同")).isInstanceOf(OrderRefusedException.class);
        assertThat(bench.service.ledger.head()).isEqualTo(head);
    }

    @Test
    void an_unknown_question_is_not_found() {
        assertThatThrownBy(() -> questions.answer(by(WireService.DECIDER, "key-1"), "no-uuid", true, "理由")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> questions.answer(new Change(WireService.DECIDER, "key-1", "digest", -1), bench.service.ids.next(), false, "理由")).hasMessageContaining("no such question");
    }
}
