package cn.dandang.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.Appended;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Opening, closing and reading, for all suites. */
@Timeout(180)
public abstract class ConformanceBase {

    protected static final LedgerOptions OPTIONS = LedgerOptions.defaults().withAppendTimeout(Duration.ofSeconds(60));

    private final List<AutoCloseable> open = new ArrayList<>();
    private StoreFixture fixture;

    /** How long something that must happen is waited for: long, because the machine may be busy. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** A new place for a ledger. */
    protected abstract StoreFixture newFixture() throws Exception;

    @BeforeEach
    void makePlace() throws Exception {
        fixture = newFixture();
    }

    @AfterEach
    void clear() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        open.clear();
        fixture.close();
    }

    protected Ledger open() {
        return open(fixture.open());
    }

    protected Ledger open(LedgerStore store) {
        return closing(Ledger.open(store, OPTIONS));
    }

    protected LedgerStore store() {
        return closing(fixture.open());
    }

    protected StoreFixture fixture() {
        return fixture;
    }

    protected <T extends AutoCloseable> T closing(T closeable) {
        open.add(closeable);
        return closeable;
    }

    protected static List<Recorded> everything(Ledger ledger) {
        List<Recorded> all = new ArrayList<>();
        ledger.read(0, Long.MAX_VALUE, all::add);
        return all;
    }

    /** The ledger holds exactly these ids, in this order, at positions 0, 1, 2 …, as every way of reading says. */
    protected static void assertHolds(Ledger ledger, List<String> ids) {
        assertThat(everything(ledger)).extracting(recorded -> recorded.record().id()).containsExactlyElementsOf(ids);
        assertThat(everything(ledger)).extracting(Recorded::position)
                .containsExactlyElementsOf(LongStream.range(0, ids.size()).boxed().toList());
        assertThat(ledger.head()).isEqualTo(ids.size());
        assertThat(ledger.treeHead().size()).isEqualTo(ids.size());
        assertThat(ledger.store().head()).isEqualTo(ids.size());
    }

    protected static AppendRefused refusalOf(Ledger ledger, NewRecord... records) {
        Throwable thrown = catchThrowable(() -> ledger.append(List.of(records)));
        assertThat(thrown).isInstanceOf(AppendRefusedException.class);
        AppendRefused refusal = ((AppendRefusedException) thrown).refusal();
        assertThat(refusal.messages()).containsOnlyKeys("zh", "en");
        assertThat(refusal.messages().values()).doesNotContain("");
        return refusal;
    }

    /** Runs all at once, each on its own thread, and gives their results or refusals in order. */
    protected static List<Object> allAtOnce(List<? extends Callable<?>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> futures = calls.stream().<Future<Object>>map(call -> threads.submit(() -> {
                try {
                    return call.call();
                } catch (AppendRefusedException e) {
                    return e.refusal();
                }
            })).toList();
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    protected static List<Appended> appended(List<Object> results) {
        return results.stream().filter(Appended.class::isInstance).map(Appended.class::cast).toList();
    }
}
