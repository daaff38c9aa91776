package cn.dandang.bench.ledger;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.axon.AxonRecordMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Serializer;

/** SQLite ledgers with so many records, in batches of the same size. */
final class Filled {

    private Filled() {
    }

    static Ledger open(Path file) {
        return Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults());
    }

    static void withSamples(Path file, long records, int batch) {
        Samples samples = new Samples(records);
        try (Ledger ledger = open(file)) {
            for (long done = 0; done < records; done += batch) {
                List<NewRecord> next = new ArrayList<>(batch);
                for (int i = 0; i < batch; i++) {
                    next.add(samples.next());
                }
                ledger.append(next);
            }
        }
    }

    /** Records that Axon can read back. */
    static void withEvents(Path file, long records, int batch) {
        Serializer serializer = AxonEvents.serializer();
        AxonRecordMapper mapper = AxonRecordMapper.plain();
        AxonEvents events = new AxonEvents(records);
        try (Ledger ledger = open(file)) {
            for (long done = 0; done < records; done += batch) {
                List<NewRecord> next = new ArrayList<>(batch);
                for (int i = 0; i < batch; i++) {
                    next.add(mapper.toRecord(events.next(), serializer));
                }
                ledger.append(next);
            }
        }
    }
}
