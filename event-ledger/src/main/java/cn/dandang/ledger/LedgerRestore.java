package cn.dandang.ledger;

import cn.dandang.ledger.LedgerStore.Inserted;
import cn.dandang.ledger.VerificationReport.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    private LedgerRestore() {
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
        if (!before.ok()) {
            return before;
        }
        write(export, store);
        Chain.open(store);
        return before;
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

    private static void write(Path export, LedgerStore store) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        HexFormat hex = HexFormat.of();
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = Line.parse(text);
                if (line.has("bytes")) {
                    records.add(EncodedRecord.of(Base64.getDecoder().decode(line.text("bytes"))));
                } else if (line.has("batch")) {
                    insert(store, StoredBatch.stored(Long.parseLong(line.text("first")), line.text("batch"), line.all("range").stream().map(hex::parseHex).toList(),
                            hex.parseHex(line.text("root")), Instant.parse(line.text("peakAt")).toEpochMilli(), records));
                    records.clear();
                }
            }
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

    private static void insert(LedgerStore store, StoredBatch batch) {
        if (store.insert(batch) != Inserted.LANDED) {
            throw new IllegalStateException("The batch at position " + batch.firstPosition() + " could not be restored: something else writes to " + store.description() + ". 恢复期间另有程序写入该存储。");
        }
    }
}
