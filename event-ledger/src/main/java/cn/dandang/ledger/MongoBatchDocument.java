package cn.dandang.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.types.Binary;

/** One batch as one MongoDB document: its {@code _id} is its first position; all but the packed records is derived from them. */
final class MongoBatchDocument {

    static final String COUNT = "n";
    static final String PEAK_AT = "peakAt";
    static final String ID = "keys.i";
    static final String ONCE = "keys.o";
    static final String STREAM = "keys.s";
    static final String VERSION = "keys.v";

    private MongoBatchDocument() {
    }

    static Document write(StoredBatch batch) {
        return new Document("_id", batch.firstPosition())
                .append(COUNT, batch.records().size())
                .append("batchId", batch.batchId())
                .append(PEAK_AT, batch.peakAt())
                .append("root", new BsonBinary(batch.root()))
                .append("range", new BsonBinary(PackedRecords.packHashes(batch.range().hashes())))
                .append("records", new BsonBinary(PackedRecords.pack(batch.records())))
                .append("keys", keys(batch.records()));
    }

    private static List<Document> keys(List<EncodedRecord> records) {
        List<Document> keys = new ArrayList<>(records.size());
        for (EncodedRecord encoded : records) {
            LedgerRecord record = encoded.record();
            // every element has every field: an absent one would be indexed as null and collide with the next absent one
            keys.add(new Document("i", record.id()).append("o", record.once()).append("s", record.stream())
                    .append("v", record.version()));
        }
        return keys;
    }

    static StoredBatch read(Document document) {
        long first = first(document);
        List<EncodedRecord> records = PackedRecords.unpack(bytes(document, "records"));
        if (records.size() != document.get(COUNT, Number.class).intValue()) {
            throw new LedgerCorruptException("The batch at position " + first + " says that it has " + document.get(COUNT)
                    + " records and has " + records.size());
        }
        return StoredBatch.stored(first, document.getString("batchId"), PackedRecords.unpackHashes(bytes(document, "range")),
                bytes(document, "root"), document.get(PEAK_AT, Number.class).longValue(), records);
    }

    static long first(Document document) {
        return document.get("_id", Number.class).longValue();
    }

    static long next(Document document) {
        return first(document) + document.get(COUNT, Number.class).intValue();
    }

    /** Whether the keys beside the records say something else than the records. */
    static Optional<String> contradiction(Document document) {
        StoredBatch batch = read(document);
        List<Document> stored = document.getList("keys", Document.class);
        List<Document> expected = keys(batch.records());
        for (int i = 0; i < expected.size(); i++) {
            if (i >= stored.size() || !expected.get(i).equals(stored.get(i))) {
                return Optional.of("The keys beside the record at position " + (batch.firstPosition() + i)
                        + " are not the record's");
            }
        }
        return stored.size() == expected.size() ? Optional.empty()
                : Optional.of("The batch at position " + batch.firstPosition() + " holds keys that no record has");
    }

    private static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }
}
