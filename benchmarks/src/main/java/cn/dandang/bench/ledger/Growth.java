package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.ClosedLoop;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;

/** A SQLite ledger of ten million records beside one of ten thousand. */
final class Growth implements Benchmark {

    private static final int SMALL = 10_000;
    private static final int BATCH = 500;
    private static final int WRITERS = 64;
    private static final int READS = 20;

    @Override
    public List<String> figures() {
        return List.of("read_10m_vs_10k", "append_10m_vs_10k");
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        return setting.inFreshFolder(folder -> {
            Path file = folder.resolve("large.db");
            Filled.withSamples(file, setting.scale(), BATCH);
            try (Ledger large = Filled.open(file)) {
                long last = setting.scale() - SMALL;
                Pairs reads = Pairs.alternate(setting.pairs(), () -> micros(large, last), () -> micros(large, 0));
                Pairs appends = Pairs.alternate(setting.pairs(), () -> appendMicros(setting, large, 1), () -> appendToSmall(setting));
                return List.of(
                        setting.ratio("read_10m_vs_10k", "Time to read 10 000 records at the end of a SQLite ledger of " + setting.scale() + ", beside the first 10 000 of it.",
                                Target.atMost(1.2), reads, "the last 10 000", "the first 10 000", "µs a record"),
                        setting.ratio("append_10m_vs_10k", "Time for each append of one record by 64 callers to that ledger, beside one of 10 000 records.",
                                Target.atMost(1.2), appends, "ledger of " + setting.scale(), "ledger of 10000", "µs an append"));
            }
        });
    }

    private static double micros(Ledger ledger, long from) {
        long begin = System.nanoTime();
        long[] read = new long[1];
        for (int i = 0; i < READS; i++) {
            ledger.read(from, from + SMALL, recorded -> read[0]++);
        }
        return (System.nanoTime() - begin) / 1e3 / read[0];
    }

    private static double appendToSmall(Setting setting) throws Exception {
        return setting.inFreshFolder(folder -> {
            Path file = folder.resolve("small.db");
            Filled.withSamples(file, SMALL, BATCH);
            try (Ledger ledger = Filled.open(file)) {
                return appendMicros(setting, ledger, 2);
            }
        });
    }

    private static double appendMicros(Setting setting, Ledger ledger, long seed) throws Exception {
        long round = System.nanoTime();
        return 1e6 / ClosedLoop.run(WRITERS, setting.warmUp(), setting.measured(), caller -> {
            Samples samples = new Samples(round + seed * 1000 + caller);
            return () -> ledger.append(List.of(samples.next()));
        }).perSecond();
    }
}
