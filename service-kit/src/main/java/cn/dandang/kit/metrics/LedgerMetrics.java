package cn.dandang.kit.metrics;

import cn.dandang.ledger.LedgerObserver;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What the ledger does, as figures: time of appends, size of batches, head. A bean that the ledger is opened with. */
final class LedgerMetrics implements LedgerObserver {
    private final Timer appends;
    private final DistributionSummary batches;
    private final AtomicLong head = new AtomicLong();

    LedgerMetrics(MeterRegistry registry) {
        appends = Timer.builder("dandang.ledger.append").description("Time from the offer of an append until it is durable").publishPercentileHistogram().register(registry);
        batches = DistributionSummary.builder("dandang.ledger.batch.records").description("Records in a batch").register(registry);
        Gauge.builder("dandang.ledger.head", head, AtomicLong::get).description("Records in the ledger, as this process last saw").register(registry);
    }

    @Override
    public void appended(int records, Duration took) {
        appends.record(took);
    }

    @Override
    public void batchLanded(int landed, int records, int bytes, long newHead) {
        batches.record(records);
        head.accumulateAndGet(newHead, Math::max);
    }
}
