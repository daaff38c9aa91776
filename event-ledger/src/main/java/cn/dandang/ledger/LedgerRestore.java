package cn.dandang.ledger;

import cn.dandang.ledger.LedgerStore.Inserted;
import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.tree.CompactRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Brings an export back into an empty store of any kind: the same records in the same batches at the same positions, with the same roots.
 * An export taken while the ledger was written to is a backup of it as it stood when the export began.
 */
public final class LedgerRestore {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int AT_ONCE_BYTES = 1 << 20;
    private static final int AT_ONCE = 1000;

    private LedgerRestore() {
    }

    /** Hears how far a restore is. */
    public interface Progress {

        /** This many records are in the store, durable. */
        void written(long records);

        /** This many of them were read back and follow from their bytes. */
        void readBack(long records);
    }

    /**
     * Verifies the export against heads that were kept elsewhere, writes it into the store, and verifies what was written. An export that
     * does not agree with itself, or is older than one of the heads, writes nothing. The store stays open.
     *
     * @param known the last signed checkpoints, or what else was kept: without any, only the export itself speaks for it
     * @throws IllegalStateException if the store is not empty
     */
    public static VerificationReport restore(Path export, Collection<TreeHead> known, LedgerStore store) throws IOException {
        if (store.batchAt(0).isPresent()) {
            throw new IllegalStateException("A ledger is restored into an empty store only, and " + store.description() + " is not empty. 账本只能恢复到空的存储中。");
        }
        VerificationReport before = LedgerVerifier.verify(() -> Files.newInputStream(export), known);
        if (before.ok()) {
            write(export, before.root(), store, new Silent());
        }
        return before;
    }

    /**
     * Writes an export that was verified into a store that is empty or holds a beginning of it, as a restore that was interrupted leaves
     * it; then reads all of it back and recomputes it. Memory does not grow with the ledger. May be repeated at any time.
     *
     * @param verified the head that the verification recomputed
     * @throws IllegalStateException  if the store holds something else, or something else writes to it
     * @throws LedgerCorruptException if what is read back is not what was verified
     * @throws StoreException         if the store failed; what was written so far is found when this is called again
     */
    public static void write(Path export, TreeHead verified, LedgerStore store, Progress progress) throws IOException {
        Optional<StoredBatch> last = store.batchBefore(Long.MAX_VALUE);
        long there = last.map(StoredBatch::nextPosition).orElse(0L);
        boolean agrees = last.isEmpty();
        List<StoredBatch> next = new ArrayList<>();
        int bytes = 0;
        try (Batches batches = new Batches(export)) {
            for (Optional<StoredBatch> read = batches.next(); read.isPresent(); read = batches.next()) {
                StoredBatch batch = read.get();
                agrees = agrees || batch.nextPosition() == there && Arrays.equals(batch.root(), last.orElseThrow().root());
                if (batch.nextPosition() > there) {
                    requireBeginning(agrees, store);
                    next.add(batch);
                    bytes += batch.records().stream().mapToInt(EncodedRecord::length).sum();
                }
                if (bytes >= AT_ONCE_BYTES || next.size() >= AT_ONCE) {
                    insert(store, next, progress);
                    next.clear();
                    bytes = 0;
                }
            }
        }
        requireBeginning(agrees, store);
        insert(store, next, progress);
        readBack(store, verified, progress);
    }

    private static void requireBeginning(boolean agrees, LedgerStore store) {
        if (!agrees) {
            throw new IllegalStateException(store.description() + " holds something that is not a beginning of this backup. 该存储中的内容不是本备份的开头部分。");
        }
    }

    private static void readBack(LedgerStore store, TreeHead verified, Progress progress) {
        TreeHead[] head = {new TreeHead(0, CompactRange.empty().root())};
        new VerifiedRead(store, 0).whileTaken(batch -> {
            head[0] = batch.head();
            progress.readBack(batch.nextPosition());
            return true;
        });
        if (!head[0].equals(verified)) {
            throw new LedgerCorruptException("Read back from " + store.description() + " were " + head[0].size() + " records with root " + head[0].rootHex() + ", and verified were "
                    + verified.size() + " with root " + verified.rootHex());
        }
    }

    /** Whether an export disagrees with the heads only because more had been recorded when one of them was kept. */
    public static boolean olderThanKnown(Path export, VerificationReport report, Collection<TreeHead> known) throws IOException {
        if (report.defect().filter(defect -> defect.kind() == Kind.KNOWN_HEAD).isEmpty()) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            long size = Long.parseLong(Line.parse(lines.readLine()).text("size"));
            return known.stream().anyMatch(head -> head.size() > size);
        }
    }

    /** The batches of an export that was verified, one after the other. */
    private static final class Batches implements AutoCloseable {

        private final BufferedReader lines;

        Batches(Path export) throws IOException {
            lines = Files.newBufferedReader(export);
        }

        Optional<StoredBatch> next() throws IOException {
            List<EncodedRecord> records = new ArrayList<>();
            HexFormat hex = HexFormat.of();
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = Line.parse(text);
                if (line.has("bytes")) {
                    records.add(EncodedRecord.of(Base64.getDecoder().decode(line.text("bytes"))));
                } else if (line.has("batch")) {
                    return Optional.of(StoredBatch.stored(Long.parseLong(line.text("first")), line.text("batch"), line.all("range").stream().map(hex::parseHex).toList(),
                            hex.parseHex(line.text("root")), Instant.parse(line.text("peakAt")).toEpochMilli(), records));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** A line of an export that was verified: flat, with texts, numbers and one list. */
    private record Line(Map<String, List<String>> fields) {

        static Line parse(String text) {
            Map<String, List<String>> fields = new HashMap<>();
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    List<String> values = new ArrayList<>();
                    fields.put(json.currentName(), values);
                    if (json.nextToken() == JsonToken.START_ARRAY) {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            values.add(json.getString());
                        }
                    } else {
                        values.add(json.getString());
                    }
                }
            }
            return new Line(fields);
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        String text(String name) {
            return fields.get(name).getFirst();
        }

        List<String> all(String name) {
            return fields.get(name);
        }
    }

    private static void insert(LedgerStore store, List<StoredBatch> batches, Progress progress) {
        if (batches.isEmpty()) {
            return;
        }
        if (store.insertAll(batches) != Inserted.LANDED) {
            throw new IllegalStateException("The batches from position " + batches.getFirst().firstPosition() + " on could not be restored: something else writes to " + store.description()
                    + ". 恢复期间另有程序写入该存储。");
        }
        progress.written(batches.getLast().nextPosition());
    }

    private static final class Silent implements Progress {

        @Override
        public void written(long records) {
            // nobody asked
        }

        @Override
        public void readBack(long records) {
            // nobody asked
        }
    }
}
