package cn.dandang.ledger;

/** A record that a store holds, at its position; what is archived of it is fetched only when it is wanted. */
public record Held(long position, EncodedRecord encoded) {

    public RecordHead head() {
        return encoded.head();
    }

    /**
     * The whole record at its position.
     *
     * @throws ArchiveUnreadableException if it is archived and the archive cannot be read
     */
    public Recorded recorded() {
        return new Recorded(position, encoded.record());
    }
}
