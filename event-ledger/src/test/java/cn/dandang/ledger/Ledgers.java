package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ledgers for tests whose records are the same in every run. */
public final class Ledgers {

    private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");

    private Ledgers() {
    }

    /** A ledger in a file. */
    public static Ledger open(Path file) {
        return Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults());
    }

    /** Appends records up to a size, so many in a batch. */
    public static void grow(Ledger ledger, long size, int batch) {
        grow(ledger, size, batch, "");
    }

    /** As {@link #grow(Ledger, long, int)}; another history for another mark. */
    public static void grow(Ledger ledger, long size, int batch, String mark) {
        long next = ledger.head();
        while (next < size) {
            List<NewRecord> records = new ArrayList<>();
            for (int i = 0; i < batch && next + i < size; i++) {
                records.add(record(next + i, mark));
            }
            ledger.append(records);
            next += records.size();
        }
    }

    private static NewRecord record(long position, String mark) {
        long stream = position / 5;
        return new NewRecord("id-" + position + mark, "case-" + stream + mark, position % 5, "thing.happened.v1", 1, "id-" + position + mark,
                ("{\"actor\":{\"person\":\"p-" + position % 7 + "\",\"office\":\"o-1\"}}").getBytes(UTF_8),
                ("{\"n\":" + position + ",\"text\":\"担当" + mark + "\"}").getBytes(UTF_8), BEGIN.plusMillis(position));
    }
}
