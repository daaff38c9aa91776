package cn.dandang.kit.access;

import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.EventName;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.TreeHead;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The ledger of reads of one service. Thread-safe. */
public final class AccessLedger implements AutoCloseable {
    private static final EventName NAME = ReadRecorded.class.getAnnotation(EventName.class);
    private static final byte[] NO_METADATA = {'{', '}'};

    private final Ledger ledger;

    /** @param ledger closed with it */
    public AccessLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A read at its place. */
    public record Read(long position, ReadRecorded read) {}

    /** Records a read under a fresh id; durable when it returns. */
    long record(String id, ReadRecorded read) {
        return ledger.append(List.of(NewRecord.of(id, "read-" + id, 0, NAME.value(), NAME.revision(), NO_METADATA, Json.bytes(read)))).firstPosition();
    }

    /** Reads in order from a position on. */
    public List<Read> from(long position, int limit) {
        List<Read> reads = new ArrayList<>();
        try (LedgerCursor cursor = ledger.cursor(position, Math.min(ledger.head(), position + limit))) {
            while (cursor.hasNext()) {
                Recorded recorded = cursor.next();
                reads.add(new Read(recorded.position(), Json.read(recorded.record().payload(), ReadRecorded.class)));
            }
        }
        return reads;
    }

    Ledger ledger() {
        return ledger;
    }

    TreeHead head() {
        return ledger.treeHead();
    }

    void export(OutputStream out) throws IOException {
        LedgerExport.write(ledger, out);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
