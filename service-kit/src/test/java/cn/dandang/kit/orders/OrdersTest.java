package cn.dandang.kit.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.contracts.Support;
import cn.dandang.kit.codec.Envelope;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReaderDecider;
import cn.dandang.kit.loan.ReaderDecider.ReaderCommand;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
    @TempDir
    private Path folder;
    private Library library;
    private String book;
    private String card;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        book = library.ids.stream(BookDecider.KIND);
        card = library.ids.stream(ReaderDecider.KIND);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Receipt send(Command... commands) {
        return library.orders.send(Order.of(Library.OFFICER, commands));
    }

    private BookDecider.Book bookState() {
        return library.orders.state(book, library.books);
    }

    @Test
    void an_order_is_recorded_with_its_envelope_and_its_pinned_name() {
        send(new BookCommand.Buy(book, "治要"));
        Receipt lent = send(new BookCommand.Lend(book, "r1", Library.note()));

        assertThat(lent).isEqualTo(new Receipt(book, 1, 1, false));
        LedgerRecord record = library.records().get(1).record();
        assertThat(record.type()).isEqualTo("loan.book-lent.v1");
        assertThat(record.revision()).isEqualTo(1);
        assertThat(record.once()).isEqualTo(record.id());
        Envelope envelope = library.codec.envelope(record);
        assertThat(envelope.actor()).isEqualTo(new Envelope.By("person-officer", "office-1"));
        assertThat(envelope.jurisdiction()).isEqualTo("371000");
        assertThat(envelope.factIds()).containsExactly("fact-of-r1");
        assertThat(envelope.support()).isEqualTo(Support.OWN);
        assertThat(envelope.clauses()).containsExactly(BookDecider.RULE);
        assertThat(envelope.classification()).isEqualTo(Envelope.Classification.PERSONAL);
        assertThat(new String(record.metadata(), StandardCharsets.UTF_8)).contains("\"actedAt\":\"2026-11-20T01:02:03.004Z\"").doesNotContain("cn.dandang");
        assertThat(new String(record.payload(), StandardCharsets.UTF_8)).contains("\"on\":\"2026-11-20\"").doesNotContain("cn.dandang");
    }

    @Test
    void a_refusal_writes_nothing() {
        send(new BookCommand.Buy(book, "治要"), new BookCommand.Lend(book, "r1", Library.note()));

        assertThatThrownBy(() -> send(new BookCommand.Lend(book, "r2", Library.note())))
                .isInstanceOfSatisfying(OrderRefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new BookDecider.BookRefusal.AlreadyLent()));
        assertThat(library.ledger.head()).isEqualTo(2);
    }

    @Test
    void all_commands_of_an_order_are_one_append_over_several_streams() {
        Receipt receipt = send(new BookCommand.Buy(book, "治要"), new BookCommand.Lend(book, "r1", Library.note()), new ReaderCommand.Take(card, book));

        assertThat(receipt).isEqualTo(new Receipt(book, 1, 2, false));
        assertThat(library.records()).extracting(recorded -> recorded.record().stream()).containsExactly(book, book, card);
        assertThat(library.records()).extracting(recorded -> library.codec.envelope(recorded.record()).order()).containsOnly(library.codec.envelope(library.records().getFirst().record()).order());
    }

    @Test
    void when_the_last_command_is_refused_nothing_of_the_earlier_ones_is_written_and_no_state_survives() {
        send(new BookCommand.Buy(book, "治要"), new ReaderCommand.Take(card, "a"), new ReaderCommand.Take(card, "b"));

        assertThatThrownBy(() -> send(new BookCommand.Lend(book, "r1", Library.note()), new ReaderCommand.Take(card, book))).isInstanceOf(OrderRefusedException.class);
        assertThat(library.ledger.head()).isEqualTo(3);
        assertThat(bookState().reader()).isNull();
        // a state that survived the failed order would refuse this as lent already
        assertThat(send(new BookCommand.Lend(book, "r2", Library.note())).version()).isEqualTo(1);
    }

    @Test
    void a_repeated_key_answers_with_the_first_receipt_even_when_the_stream_has_moved_on() {
        Order buy = Order.of(Library.OFFICER, new BookCommand.Buy(book, "治要"), new ReaderCommand.Take(card, book)).withIdempotencyKey("k1", "digest");
        Receipt first = library.orders.send(buy);
        send(new BookCommand.Lend(book, "r1", Library.note()));

        Order again = Order.of(Library.OFFICER, new BookCommand.Buy(library.ids.stream(BookDecider.KIND), "治要")).withIdempotencyKey("k1", "digest").withIfMatch(-1L);
        assertThat(library.orders.send(again)).isEqualTo(new Receipt(first.stream(), first.version(), first.position(), true));
        assertThat(library.ledger.head()).isEqualTo(3);
        assertThat(library.records().getFirst().record().once()).isEqualTo("request/person-officer/k1");
    }

    @Test
    void the_same_key_with_another_request_is_a_conflict() {
        library.orders.send(Order.of(Library.OFFICER, new BookCommand.Buy(book, "治要")).withIdempotencyKey("k1", "digest"));

        assertThatThrownBy(() -> library.orders.send(Order.of(Library.OFFICER, new BookCommand.Return(book)).withIdempotencyKey("k1", "other")))
                .isInstanceOfSatisfying(OrderRefusedException.class, refused -> assertThat(refused.refusal().slug()).isEqualTo("idempotency-conflict"));
    }

    @Test
    void another_person_may_use_the_same_key() {
        library.orders.send(Order.of(Library.OFFICER, new BookCommand.Buy(book, "治要")).withIdempotencyKey("k1", "digest"));
        Actor other = new Actor("person-other", "office-1", "unit-1", "371000", Set.of(Role.ORG_OFFICER));

        assertThat(library.orders.send(Order.of(other, new BookCommand.Buy(library.ids.stream("book"), "b")).withIdempotencyKey("k1", "x")).repeated()).isFalse();
    }

    @Test
    void an_order_on_a_version_that_has_passed_is_stale() {
        send(new BookCommand.Buy(book, "治要"));
        library.orders.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())).withIfMatch(0L));

        assertThatThrownBy(() -> library.orders.send(Order.of(Library.OFFICER, new BookCommand.Return(book)).withIfMatch(0L)))
                .isInstanceOfSatisfying(OrderRefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new KitRefusal.StaleVersion(1)));
        assertThat(library.ledger.head()).isEqualTo(2);
    }

    @Test
    void of_two_threads_that_lend_the_same_book_one_is_refused() throws Exception {
        send(new BookCommand.Buy(book, "治要"));

        List<String> outcomes = race(List.of(
                () -> outcome(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())).withIfMatch(0L)),
                () -> outcome(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r2", Library.note())).withIfMatch(0L))));
        assertThat(outcomes).containsExactlyInAnyOrder("taken", "stale-version");
        assertThat(library.ledger.head()).isEqualTo(2);
    }

    @Test
    void two_orders_over_the_same_streams_in_opposite_order_never_wait_for_each_other() throws Exception {
        String second = library.ids.stream(BookDecider.KIND);
        send(new BookCommand.Buy(book, "a"), new BookCommand.Buy(second, "b"));

        for (int round = 0; round < 20; round++) {
            List<String> outcomes = race(List.of(
                    () -> outcome(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note()), new BookCommand.Lend(second, "r1", Library.note()),
                            new BookCommand.Return(book), new BookCommand.Return(second))),
                    () -> outcome(Order.of(Library.OFFICER, new BookCommand.Lend(second, "r2", Library.note()), new BookCommand.Lend(book, "r2", Library.note()),
                            new BookCommand.Return(second), new BookCommand.Return(book)))));
            assertThat(outcomes).containsExactly("taken", "taken");
        }
    }

    @Test
    void a_cause_is_consumed_once_and_its_repeat_answers_with_the_receipt_of_the_whole_order() {
        Order order = Order.of(Library.SYSTEM, new BookCommand.Buy(book, "治要"), new Once("when-x/assessment/7/0/r1", new ReaderCommand.Take(card, book)));
        Receipt first = library.orders.send(order);

        assertThat(library.orders.send(order)).isEqualTo(new Receipt(book, 0, 1, true)).isEqualTo(new Receipt(first.stream(), first.version(), first.position(), true));
        assertThat(library.ledger.head()).isEqualTo(2);
        assertThat(library.records().get(1).record().once()).isEqualTo("when-x/assessment/7/0/r1");
    }

    @Test
    void of_many_threads_with_one_cause_one_has_the_effect_and_all_have_the_receipt() throws Exception {
        List<Callable<String>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // each with a stream of its own, so that only the key can stop the second
            String own = library.ids.stream(ReaderDecider.KIND);
            tries.add(() -> library.orders.send(Order.of(Library.SYSTEM, new Once("due/d1", new ReaderCommand.Take(own, "b")))).stream());
        }
        assertThat(race(tries)).hasSize(8).containsOnly(library.records().getFirst().record().stream());
        assertThat(library.ledger.head()).isEqualTo(1);
    }

    @Test
    void an_order_that_changes_nothing_writes_nothing_and_says_where_things_stand() {
        send(new BookCommand.Buy(book, "治要"));

        assertThat(send(new BookCommand.Inspect(book))).isEqualTo(new Receipt(book, 0, 0, false));
        assertThat(library.ledger.head()).isEqualTo(1);
    }

    @Test
    void asking_tells_what_would_be_refused_and_writes_nothing() {
        send(new BookCommand.Buy(book, "治要"));

        assertThat(library.orders.ask(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())))).isEmpty();
        assertThat(library.orders.ask(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note()), new BookCommand.Lend(book, "r2", Library.note()))))
                .contains(new BookDecider.BookRefusal.AlreadyLent());
        assertThat(library.ledger.head()).isEqualTo(1);
    }

    @Test
    void after_a_restart_the_state_is_the_one_before() {
        send(new BookCommand.Buy(book, "治要"), new BookCommand.Lend(book, "r1", Library.note()));
        BookDecider.Book before = bookState();
        library.close();
        library = Library.in(folder);

        assertThat(bookState()).isEqualTo(before);
        assertThat(bookState().note()).isEqualTo(Library.note());
        assertThat(send(new BookCommand.Return(book)).version()).isEqualTo(2);
    }

    @Test
    void a_decision_is_made_as_of_the_day_that_the_order_names() {
        send(new BookCommand.Buy(book, "治要"));
        library.orders.send(Order.of(Library.SYSTEM, new BookCommand.Lend(book, "r1", Library.note())).withAsOf(Library.TODAY.minusDays(3)));

        Recorded lent = library.records().get(1);
        assertThat(Json.tree(lent.record().payload()).get("on").asString()).isEqualTo("2026-11-17");
    }

    @Test
    void a_command_to_a_stream_of_another_kind_is_a_mistake() {
        assertThatThrownBy(() -> send(new BookCommand.Buy(card, "治要"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("kind book");
    }

    private String outcome(Order order) {
        try {
            library.orders.send(order);
            return "taken";
        } catch (OrderRefusedException refused) {
            return refused.refusal().slug();
        }
    }

    private static List<String> race(List<Callable<String>> tries) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tries.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(tries.size())) {
            List<Future<String>> running = new ArrayList<>();
            for (Callable<String> one : tries) {
                running.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
