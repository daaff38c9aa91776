package cn.dandang.kit.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReaderDecider;
import cn.dandang.kit.loan.ReaderDecider.ReaderCommand;
import cn.dandang.kit.personal.LocalKeyStore;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.StateSeal;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.Snapshot;
import cn.dandang.ledger.SqliteLedgerStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept states: a long stream is read from one, and nothing else changes. */
class SnapshotsTest {
    private static final int AFTER = 20;

    @TempDir
    private Path folder;
    private final AtomicLong read = new AtomicLong();
    private LocalKeyStore keys;
    private Snapshots snapshots;
    private Library library;
    private String card;
    private String book;

    @BeforeEach
    void open() {
        keys = new LocalKeyStore(folder.resolve("keys"));
        snapshots = Snapshots.of(new StateSeal(keys, "loan"), AFTER);
        library = new Library(counting(SqliteLedgerStore.open(folder.resolve("loan.db"))), snapshots);
        card = library.ids.stream(ReaderDecider.KIND);
        book = library.ids.stream(BookDecider.KIND);
    }

    @AfterEach
    void close() {
        snapshots.close();
        library.close();
    }

    /** The store, counting the events of streams that are read from it. */
    private LedgerStore counting(LedgerStore inner) {
        return (LedgerStore) Proxy.newProxyInstance(LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(inner, arguments);
                if (method.getName().equals("readStream")) {
                    read.addAndGet(((List<?>) result).size());
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private void send(Command... commands) {
        library.orders.send(Order.of(Library.OFFICER, commands));
    }

    /** A card that was charged and cleared so often, and is charged now. */
    private void chargeOften(int times) {
        send(new ReaderCommand.Take(card, "b"));
        for (int i = 0; i < times; i++) {
            send(new ReaderCommand.GiveBack(card, "b"), new ReaderCommand.Take(card, "b"));
        }
    }

    private List<Snapshot> kept(String stream) {
        return library.ledger.store().snapshots(stream);
    }

    private Snapshot awaitKept(String stream) {
        await().until(() -> !kept(stream).isEmpty());
        return kept(stream).getFirst();
    }

    private long readFor(Runnable work) {
        read.set(0);
        work.run();
        return read.get();
    }

    @Test
    void a_long_stream_is_read_from_its_kept_state_by_orders_and_by_questions() {
        chargeOften(100);
        long version = awaitKept(card).version();

        assertThat(version).isGreaterThanOrEqualTo(AFTER - 1);
        await().untilAsserted(() -> assertThat(readFor(() -> assertThat(library.orders.state(card, library.readers)).isEqualTo(1))).isLessThanOrEqualTo(2 * AFTER));
        assertThat(readFor(() -> send(new ReaderCommand.Take(card, "c")))).isLessThanOrEqualTo(2 * AFTER);
        assertThat(library.orders.state(card, library.readers)).isEqualTo(2);
        assertThat(library.orders.version(card)).isEqualTo(201);
        assertThat(kept(card)).hasSize(1);
    }

    @Test
    void a_short_stream_keeps_nothing() {
        send(new BookCommand.Buy(book, "治要"));
        chargeOften(AFTER);
        awaitKept(card);

        assertThat(kept(book)).isEmpty();
    }

    @Test
    void a_state_that_was_changed_or_belongs_to_another_stream_is_ignored_and_replaced() {
        chargeOften(AFTER);
        Snapshot good = awaitKept(card);
        String other = library.ids.stream(ReaderDecider.KIND);
        send(new ReaderCommand.Take(other, "b"));
        for (int i = 0; i < AFTER; i++) {
            send(new ReaderCommand.GiveBack(other, "b"));
        }
        Snapshot foreign = awaitKept(other);
        int expected = library.orders.state(card, library.readers);

        byte[] flipped = good.payload().clone();
        flipped[flipped.length - 1] ^= 1;
        for (byte[] wrong : List.of(flipped, new byte[3], foreign.payload())) {
            library.ledger.store().dropSnapshots();
            library.ledger.store().saveSnapshot(with(good, good.version(), good.revision(), wrong));
            assertThat(library.orders.state(card, library.readers)).isEqualTo(expected);
            await().until(() -> !kept(card).isEmpty() && !Arrays.equals(kept(card).getFirst().payload(), wrong));
            assertThat(readFor(() -> library.orders.state(card, library.readers))).isLessThan(AFTER);
        }
    }

    @Test
    void a_state_ahead_of_its_stream_is_ignored() {
        chargeOften(AFTER);
        Snapshot good = awaitKept(card);

        library.ledger.store().saveSnapshot(with(good, 9_999, good.revision(), good.payload()));
        assertThat(library.orders.state(card, library.readers)).isEqualTo(1);
        send(new ReaderCommand.Take(card, "c"));
        assertThat(library.orders.state(card, library.readers)).isEqualTo(2);
        await().untilAsserted(() -> assertThat(kept(card)).singleElement().extracting(Snapshot::version).isNotEqualTo(9_999L));
    }

    @Test
    void a_state_that_other_code_took_is_passed_over() {
        chargeOften(AFTER);
        Snapshot good = awaitKept(card);
        library.ledger.store().dropSnapshots();
        library.ledger.store().saveSnapshot(with(good, good.version(), "0".repeat(64), good.payload()));

        assertThat(readFor(() -> assertThat(library.orders.state(card, library.readers)).isEqualTo(1))).isGreaterThan(2 * AFTER);
        await().until(() -> kept(card).stream().anyMatch(snapshot -> snapshot.revision().equals(good.revision())));
    }

    @Test
    void whoever_reads_the_database_finds_no_state_and_no_personal_text_in_it() {
        PersonalData personal = new PersonalData(keys, "loan");
        send(new BookCommand.Buy(book, "治要"));
        for (int i = 0; i < AFTER; i++) {
            send(new BookCommand.Lend(book, "r1", Library.note(personal, "秘密备注")), new BookCommand.Return(book));
        }
        send(new BookCommand.Lend(book, "r1", Library.note(personal, "秘密备注")));
        Snapshot snapshot = awaitKept(book);

        String everything = new String(snapshot.payload(), StandardCharsets.UTF_8) + new String(snapshot.metadata(), StandardCharsets.UTF_8);
        assertThat(everything).doesNotContain("秘密备注").doesNotContain("r1").doesNotContain("owned");
        keys.erase("person:r1");
        assertThat(personal.text(library.orders.state(book, library.books).note())).isEqualTo("已依法删除");
        snapshots.forget(library.ledger);
        assertThat(kept(book)).isEmpty();
    }

    @Test
    void with_and_without_kept_states_every_version_of_a_stream_has_the_same_state() {
        List<Object> with = new ArrayList<>();
        List<Object> without = new ArrayList<>();
        Orders plain = library.withoutSnapshots();
        for (int i = 0; i < 3 * AFTER; i++) {
            send(i % 2 == 0 ? new ReaderCommand.Take(card, "b" + i) : new ReaderCommand.GiveBack(card, "b" + i));
            with.add(library.orders.state(card, library.readers));
            without.add(plain.state(card, library.readers));
        }
        awaitKept(card);
        plain.close();
        assertThat(with).isEqualTo(without);
        assertThat(library.records()).extracting(Recorded::position).hasSize(3 * AFTER);
    }

    private static Snapshot with(Snapshot like, long version, String revision, byte[] payload) {
        return new Snapshot(like.stream(), version, like.id(), like.aggregateType(), like.type(), revision, like.takenAt(), like.metadata(), payload);
    }
}
