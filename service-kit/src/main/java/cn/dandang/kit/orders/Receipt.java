package cn.dandang.kit.orders;

/**
 * That an order is durable, and where.
 *
 * @param stream   stream of its first event; of its first command where nothing had to be recorded
 * @param version  that stream's version after it; -1 for a stream without events
 * @param position of its last event in the ledger; the last one of the ledger where nothing had to be recorded, -1 for an empty ledger
 * @param repeated whether this answers a repeated key with the first receipt
 */
public record Receipt(String stream, long version, long position, boolean repeated) {
    /** Id of the stream without its kind. */
    public String id() {
        return Streams.id(stream);
    }
}
