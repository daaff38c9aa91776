package cn.dandang.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;

/** One batch as one MongoDB document: its {@code _id} is its first position; all but the packed records is derived from them. */
final class MongoBatchDocument {

    private static final int BYTES_BESIDE_RECORDS = 4096;
    private static final int BYTES_OF_KEYS = 256;

    static final String COUNT = "n";
    static final String PEAK_AT = "peakAt";
    static final String RECORDS = "records";
    static final String ID = "keys.i";
    static final String ONCE = "keys.o";
    static final String STREAM = "keys.s";
    static final String VERSION = "keys.v";

    private MongoBatchDocument() {
    }

    /** Written as bytes at once: an object for each field of each record, and a look for its codec, cost more than all else here. */
    static RawBsonDocument write(StoredBatch batch) {
        BasicOutputBuffer bytes = new BasicOutputBuffer(BYTES_BESIDE_RECORDS
                + batch.records().stream().mapToInt(record -> record.stored().length + BYTES_OF_KEYS).sum());
        try (BsonBinaryWriter out = new BsonBinaryWriter(bytes)) {
            out.writeStartDocument();
            out.writeInt64("_id", batch.firstPosition());
            out.writeInt32(COUNT, batch.records().size());
            out.writeString("batchId", batch.batchId());
            out.writeInt64(PEAK_AT, batch.peakAt());
            out.writeBinaryData("root", new BsonBinary(batch.root()));
            out.writeBinaryData("range", new BsonBinary(PackedRecords.packHashes(batch.range().hashes())));
            out.writeBinaryData(RECORDS, new BsonBinary(PackedRecords.pack(batch.records())));
            out.writeStartArray("keys");
            batch.records().forEach(encoded -> writeKeys(out, encoded.head()));
            out.writeEndArray();
            out.writeEndDocument();
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getPosition());
    }

    /** Every element has every field: an absent one would be indexed as null and collide with the next absent one. */
    private static void writeKeys(BsonBinaryWriter out, RecordHead record) {
        out.writeStartDocument();
        out.writeString("i", record.id());
        out.writeString("o", record.once());
        out.writeString("s", record.stream());
        out.writeInt64("v", record.version());
        out.writeEndDocument();
    }

    /** The keys as they are read from a document. */
    private static List<Document> keys(List<EncodedRecord> records) {
        List<Document> keys = new ArrayList<>(records.size());
        for (EncodedRecord encoded : records) {
            RecordHead record = encoded.head();
            keys.add(new Document("i", record.id()).append("o", record.once()).append("s", record.stream())
                    .append("v", record.version()));
        }
        return keys;
    }

    static StoredBatch read(Document document, ArchiveFolder archive) {
        long first = first(document);
        List<EncodedRecord> records = PackedRecords.unpack(first, bytes(document, RECORDS), archive);
        if (records.size() != document.get(COUNT, Number.class).intValue()) {
            throw new LedgerCorruptException("The batch at position " + first + " says that it has " + document.get(COUNT)
                    + " records and has " + records.size());
        }
        return StoredBatch.stored(first, document.getString("batchId"), PackedRecords.unpackHashes(bytes(document, "range")),
                bytes(document, "root"), document.get(PEAK_AT, Number.class).longValue(), records);
    }

    /** Whether a document has the form of a batch at all. */
    static boolean isOne(Document document) {
        return document.get("_id") instanceof Number && document.get(COUNT) instanceof Number && document.get(PEAK_AT) instanceof Number
                && document.get("root") instanceof Binary && document.get("range") instanceof Binary && document.get(RECORDS) instanceof Binary;
    }

    static long first(Document document) {
        return document.get("_id", Number.class).longValue();
    }

    static long next(Document document) {
        return first(document) + document.get(COUNT, Number.class).intValue();
    }

    /** Whether the keys beside the records say something else than the records. */
    static Optional<String> contradiction(Document document) {
        StoredBatch batch = read(document, ArchiveFolder.none());
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
