package cn.dandang.ledger;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A record whose bytes lie in an archive file. They are fetched, and held against the leaf hash, when somebody wants them. */
final class ArchivedRecord extends EncodedRecord {

    private final long position;
    private final ArchiveReference reference;
    private final byte[] stored;
    private final ArchiveFolder archive;
    private @Nullable InlineRecord fetched;

    ArchivedRecord(long position, ArchiveReference reference, byte[] stored, ArchiveFolder archive) {
        this.position = position;
        this.reference = reference;
        this.stored = stored;
        this.archive = archive;
    }

    /** A record that is at hand, by reference from now on. */
    static ArchivedRecord of(EncodedRecord record, long position, ArchiveFile file, long offset, ArchiveFolder archive) {
        byte[] stored = ArchiveReference.encode(HexFormat.of().parseHex(file.digest()), offset, record);
        return new ArchivedRecord(position, ArchiveReference.decode(stored), stored, archive);
    }

    @Override
    public RecordHead head() {
        return reference.head();
    }

    @Override
    public LedgerRecord record() {
        return fetched().record();
    }

    @Override
    public byte[] bytes() {
        return fetched().bytes();
    }

    @Override
    public int length() {
        return reference.length();
    }

    @Override
    public byte[] leafHash() {
        return reference.leaf();
    }

    @Override
    byte[] stored() {
        return stored;
    }

    private InlineRecord fetched() {
        InlineRecord known = fetched;
        if (known == null) {
            byte[] bytes = archive.read(position, reference.digest(), reference.offset(), reference.length(), reference.leaf());
            if (!reference.repeats(stored, bytes)) {
                throw new LedgerCorruptException("The reference at position " + position + " says something else of its record than the record");
            }
            known = new InlineRecord(LedgerRecord.decode(bytes), bytes);
            fetched = known;
        }
        return known;
    }
}
