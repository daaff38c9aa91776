package cn.dandang.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a ledger as one file that {@link LedgerVerifier} checks without the ledger: JSON Lines with every record's bytes and
 * every batch's tree head, as {@code docs/ledger.md} says. It ends at the head of the moment it began.
 */
public final class LedgerExport {

    static final String FORMAT = "dandang-ledger-export";
    static final int VERSION = 1;

    private static final int PAGE_BYTES = 1 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("\n")
            .build();

    private final Ledger ledger;
    private final TreeHead head;

    private LedgerExport(Ledger ledger) {
        this.ledger = ledger;
        this.head = ledger.treeHead();
    }

    /** Writes the ledger to the stream, which stays open, and says up to which head. */
    public static TreeHead write(Ledger ledger, OutputStream out) throws IOException {
        LedgerExport export = new LedgerExport(ledger);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            export.header(json);
            long batches = export.batches(json);
            export.end(json, batches);
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("The export could not be written", e);
        }
        out.flush();
        return export.head;
    }

    private void header(JsonGenerator json) {
        json.writeStartObject()
                .writeStringProperty("format", FORMAT)
                .writeNumberProperty("version", VERSION)
                .writeStringProperty("exportedAt", Instant.now().toString())
                .writeNumberProperty("size", head.size())
                .writeStringProperty("root", head.rootHex())
                .writeEndObject();
    }

    private long batches(JsonGenerator json) {
        long next = 0;
        long batches = 0;
        while (next < head.size()) {
            List<StoredBatch> page = page(next);
            if (page.isEmpty()) {
                throw new LedgerCorruptException("The ledger says that it has " + head.size()
                        + " records, but nothing is there from position " + next);
            }
            for (StoredBatch batch : page) {
                if (next < head.size()) {
                    Contiguity.requireHolds(next, batch);
                    batch(json, batch);
                    next = batch.nextPosition();
                    batches++;
                }
            }
        }
        return batches;
    }

    private List<StoredBatch> page(long from) {
        try {
            return ledger.store().batchesFrom(from, PAGE_BYTES);
        } catch (LedgerFormatException | LedgerCorruptException e) {
            // one batch of the page cannot be read: those before it can, one by one
            return ledger.store().batchesFrom(from, 1);
        }
    }

    private static void batch(JsonGenerator json, StoredBatch batch) {
        long position = batch.firstPosition();
        for (EncodedRecord encoded : batch.records()) {
            LedgerRecord record = encoded.record();
            json.writeStartObject()
                    .writeNumberProperty("position", position++)
                    .writeStringProperty("id", record.id())
                    .writeStringProperty("stream", record.stream())
                    .writeNumberProperty("version", record.version())
                    .writeStringProperty("type", record.type())
                    .writeNumberProperty("revision", record.revision())
                    .writeStringProperty("recordedAt", record.recordedAt().toString())
                    .writeStringProperty("once", record.once())
                    .writeStringProperty("leaf", hex(encoded.leafHash()))
                    .writeStringProperty("bytes", Base64.getEncoder().encodeToString(encoded.bytes()))
                    .writeEndObject();
        }
        json.writeStartObject()
                .writeStringProperty("batch", batch.batchId())
                .writeNumberProperty("first", batch.firstPosition())
                .writeNumberProperty("size", batch.range().size())
                .writeStringProperty("peakAt", Instant.ofEpochMilli(batch.peakAt()).toString())
                .writeStringProperty("root", hex(batch.root()))
                .writeArrayPropertyStart("range");
        batch.range().hashes().forEach(hash -> json.writeString(hex(hash)));
        json.writeEndArray().writeEndObject();
    }

    private void end(JsonGenerator json, long batches) {
        json.writeStartObject()
                .writeNumberProperty("end", head.size())
                .writeNumberProperty("batches", batches)
                .writeStringProperty("root", head.rootHex())
                .writeEndObject();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
