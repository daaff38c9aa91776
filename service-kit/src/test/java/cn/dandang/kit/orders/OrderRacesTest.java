package cn.dandang.kit.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.Book;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.loan.BookDecider.BookEvent;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReturnedKnowsLateness;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.OutcomeUnknownException;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when another replica is faster, and when the store does not answer. */
class OrderRacesTest {
    private enum Fault { NONE, UNKNOWN_AND_LOST, UNKNOWN_BUT_STORED, DOWN }

    @TempDir
    private Path folder;
    private final AtomicInteger decisions = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> { });
    private final AtomicReference<Runnable> sameThread = new AtomicReference<>(() -> { });
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private Ledger ledger;
    private Orders here;
    private Orders elsewhere;
    private String book;

    /** The book's decider, during whose decision something happens elsewhere. */
    private final class Interrupted implements Decider<BookCommand, BookEvent, Book> {
        private final BookDecider books = new BookDecider();

        @Override
        public String kind() {
            return books.kind();
        }

        @Override
        public Class<BookCommand> commands() {
            return books.commands();
        }

        @Override
        public Class<BookEvent> events() {
            return books.events();
        }

        @Override
        public Book initial() {
            return books.initial();
        }

        @Override
        public Decision<BookEvent> decide(BookCommand order, Book state, Circumstances now) {
            decisions.incrementAndGet();
            sameThread.get().run();
            // as another replica would: on a thread of its own
            CompletableFuture.runAsync(meanwhile.get()).join();
            return books.decide(order, state, now);
        }

        @Override
        public Book evolve(Book state, BookEvent event) {
            return books.evolve(state, event);
        }
    }

    @BeforeEach
    void open() {
        ledger = Ledger.open(faulty(SqliteLedgerStore.open(folder.resolve("loan.db"))), LedgerOptions.defaults().withAppendTimeout(Duration.ofMillis(300)));
        EventCodec codec = EventCodec.of(List.of(BookEvent.class), List.of(new ReturnedKnowsLateness()));
        here = new Orders(ledger, codec, new Deciders(List.of(new Interrupted())), Library.NOW, Ids.timeOrdered());
        elsewhere = new Orders(ledger, codec, new Deciders(List.of(new BookDecider())), Library.NOW, Ids.timeOrdered());
        book = Ids.timeOrdered().stream(BookDecider.KIND);
        elsewhere.send(Order.of(Library.OFFICER, new BookCommand.Buy(book, "治要")));
    }

    @AfterEach
    void close() {
        fault.set(Fault.NONE);
        here.close();
        elsewhere.close();
        ledger.close();
    }

    private LedgerStore faulty(LedgerStore store) {
        return (LedgerStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {LedgerStore.class}, (proxy, method, arguments) -> {
            try {
                Fault now = fault.get();
                boolean insert = method.getName().equals("insert");
                if (insert && now == Fault.DOWN) {
                    throw StoreException.nothingStored("down", new IllegalStateException());
                }
                if (now == Fault.UNKNOWN_AND_LOST && (insert || method.getName().equals("batchAt"))) {
                    throw StoreException.outcomeUnknown("no answer", new IllegalStateException());
                }
                Object answer = method.invoke(store, arguments);
                if (now == Fault.UNKNOWN_BUT_STORED && insert || now == Fault.UNKNOWN_BUT_STORED && method.getName().equals("batchAt")) {
                    throw StoreException.outcomeUnknown("no answer", new IllegalStateException());
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private void onceElsewhere(Runnable work) {
        AtomicInteger runs = new AtomicInteger();
        meanwhile.set(() -> {
            if (runs.getAndIncrement() == 0) {
                work.run();
            }
        });
    }

    @Test
    void a_person_who_loses_the_race_is_told_and_nothing_is_tried_again_in_his_name() {
        onceElsewhere(() -> elsewhere.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note()))));

        assertThatThrownBy(() -> here.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r2", Library.note()))))
                .isInstanceOfSatisfying(OrderRefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new KitRefusal.LostRace()));
        assertThat(decisions).hasValue(1);
        assertThat(ledger.head()).isEqualTo(2);
        // the state that lost is gone: the next decision sees the loan
        assertThatThrownBy(() -> here.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r2", Library.note()))))
                .isInstanceOfSatisfying(OrderRefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new BookDecider.BookRefusal.AlreadyLent()));
    }

    @Test
    void an_order_of_the_system_that_loses_the_race_is_decided_again_on_the_new_state() {
        onceElsewhere(() -> elsewhere.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note()))));

        Receipt bought = here.send(Order.of(Library.SYSTEM, new BookCommand.Buy(book, "again")));
        assertThat(bought.version()).isEqualTo(2);
        assertThat(decisions).hasValue(2);
    }

    @Test
    void an_order_of_the_system_that_always_loses_gives_up_after_five_tries() {
        meanwhile.set(() -> elsewhere.send(Order.of(Library.OFFICER, new BookCommand.Buy(book, "again"))));

        assertThatThrownBy(() -> here.send(Order.of(Library.SYSTEM, new BookCommand.Buy(book, "mine"))))
                .isInstanceOfSatisfying(OrderRefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new KitRefusal.LostRace()));
        assertThat(decisions).hasValue(5);
    }

    @Test
    void a_twin_that_lands_during_the_decision_gives_its_receipt_to_both() {
        Order order = Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())).withIdempotencyKey("k", "d").withIfMatch(0L);
        AtomicReference<Receipt> twin = new AtomicReference<>();
        onceElsewhere(() -> twin.set(elsewhere.send(order)));

        Receipt receipt = here.send(order);
        assertThat(receipt.repeated()).isTrue();
        assertThat(receipt.position()).isEqualTo(twin.get().position());
        assertThat(ledger.head()).isEqualTo(2);
    }

    @Test
    void an_order_inside_a_decision_is_a_mistake_and_writes_nothing() {
        sameThread.set(() -> elsewhere.send(Order.of(Library.OFFICER, new BookCommand.Buy(book, "nested"))));

        assertThatThrownBy(() -> here.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note()))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("while another is being decided");
        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void an_outcome_that_is_unknown_is_said_to_be_and_the_same_key_gives_the_first_result_later() {
        Order order = Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())).withIdempotencyKey("k", "d");
        fault.set(Fault.UNKNOWN_BUT_STORED);
        assertThatThrownBy(() -> here.send(order)).isInstanceOf(OutcomeUnknownException.class);

        fault.set(Fault.NONE);
        Receipt receipt = here.send(order);
        assertThat(receipt.version()).isEqualTo(1);
        assertThat(receipt.position()).isEqualTo(1);
        assertThat(ledger.readStream(book, 0)).hasSize(2);
    }

    @Test
    void an_outcome_that_was_unknown_and_lost_is_taken_at_the_second_try() {
        Order order = Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())).withIdempotencyKey("k", "d");
        fault.set(Fault.UNKNOWN_AND_LOST);
        assertThatThrownBy(() -> here.send(order)).isInstanceOf(OutcomeUnknownException.class);

        fault.set(Fault.NONE);
        assertThat(here.send(order).version()).isEqualTo(1);
        assertThat(ledger.readStream(book, 0)).hasSize(2);
    }

    @Test
    void a_store_that_is_down_refuses_and_no_state_of_the_failed_order_stays() {
        fault.set(Fault.DOWN);
        assertThatThrownBy(() -> here.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r1", Library.note())))).isInstanceOf(LedgerUnavailableException.class);

        fault.set(Fault.NONE);
        assertThat(here.send(Order.of(Library.OFFICER, new BookCommand.Lend(book, "r2", Library.note()))).version()).isEqualTo(1);
        assertThat(here.state(book, new BookDecider()).reader()).isEqualTo("r2");
    }
}
