package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.ClosedLoop;
import cn.dandang.bench.measure.Figure;
import cn.dandang.bench.measure.Load;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerObserver;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.SqliteLedgerStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Appends of one record each to a SQLite ledger, beside one thread that commits ready rows of the same schema. */
final class SqliteAppends implements Benchmark {

    private static final int WRITERS = 64;
    private static final int BATCH = 32;
    private static final String ONE = "sqlite1_vs_bare_commit";

    @Override
    public List<String> figures() {
        return List.of("sqlite64_vs_batches", "sqlite64_vs_key_rows", "sqlite64_mean_batch", "sqlite64_p99_ms", ONE);
    }

    @Override
    public Optional<Pairs.Run> ourSide(String figure, Setting setting) {
        return Optional.of(() -> appends(setting, figure.equals(ONE) ? 1 : WRITERS).load().perSecond());
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        List<Appends> many = new ArrayList<>();
        Pairs ready = Pairs.alternate(setting.pairs(),
                () -> noted(many, appends(setting, WRITERS)), () -> BareSqlite.perSecond(setting, BATCH, false));
        List<Double> keyRows = new ArrayList<>();
        for (int i = 0; i < setting.pairs(); i++) {
            keyRows.add(BareSqlite.perSecond(setting, BATCH, true));
        }
        Pairs one = Pairs.alternate(setting.pairs(), () -> appends(setting, 1).load().perSecond(), () -> BareSqlite.perSecond(setting, 1, false));
        List<Appends> counted = many.subList(1, many.size());
        return List.of(
                setting.ratio("sqlite64_vs_batches",
                        "Appends of one record each by 64 callers to a SQLite ledger, beside one thread that commits batches of 32, made ready before, into a file of the same schema.",
                        Target.atLeast(0.7), ready, "64 callers, one record each", "one thread, ready batches", "records/s"),
                setting.ratio("sqlite64_vs_key_rows",
                        "The same appends, beside one thread that commits ready batches of 32 and, in the same transaction, a row for each key: the schema that the ledger had before decision 30.",
                        null, new Pairs(ready.ours(), keyRows), "64 callers, one record each", "one thread, batches and key rows", "records/s"),
                setting.alone("sqlite64_mean_batch", "records", "Records in a batch, on average, of the same appends.", Target.atLeast(24),
                        counted.stream().map(Appends::meanBatch).toList()),
                setting.alone("sqlite64_p99_ms", "ms", "The time that 99 of 100 of the same appends did not exceed, from the call to the durable answer.", Target.atMost(10),
                        counted.stream().map(each -> each.load().millis(99)).toList(),
                        new Figure("sqlite64_p50_ms", Pairs.median(counted, each -> each.load().millis(50)), "ms"),
                        new Figure("sqlite64_max_ms", Pairs.median(counted, each -> each.load().millis(100)), "ms")),
                setting.ratio(ONE,
                        "Appends of one record each by one caller, beside one thread that commits one ready row at a time into a file of the same schema.",
                        Target.atLeast(0.8), one, "one caller, one record each", "bare commits", "records/s"));
    }

    private static double noted(List<Appends> all, Appends one) {
        all.add(one);
        return one.load().perSecond();
    }

    private record Appends(Load load, double meanBatch) {
    }

    private static Appends appends(Setting setting, int writers) throws Exception {
        return setting.inFreshFolder(folder -> {
            LongAdder batches = new LongAdder();
            LongAdder records = new LongAdder();
            LedgerObserver counter = new LedgerObserver() {
                @Override
                public void batchLanded(int appends, int inBatch, int bytes, long head) {
                    batches.increment();
                    records.add(inBatch);
                }
            };
            try (Ledger ledger = open(folder, counter)) {
                Load load = ClosedLoop.run(writers, setting.warmUp(), setting.measured(), caller -> {
                    Samples samples = new Samples(caller);
                    return () -> ledger.append(List.of(samples.next()));
                });
                return new Appends(load, (double) records.sum() / batches.sum());
            }
        });
    }

    private static Ledger open(Path folder, LedgerObserver observer) {
        return Ledger.open(SqliteLedgerStore.open(folder.resolve("ledger.db")), LedgerOptions.defaults().withObserver(observer));
    }
}
