package cn.dandang.ledger.axon;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.NewRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/**
 * How an Axon event message becomes a record of the ledger and back. What {@link #toRecord} writes, {@link #toEventData} must
 * read for ever.
 */
public interface AxonRecordMapper {

    /** Key of the message metadata whose value is the record's once key; it is not part of the stored metadata. */
    String ONCE = "once";

    /** The record of an event message; of a message without an aggregate, a record that stands alone (stream = id, version 0). */
    NewRecord toRecord(EventMessage<?> event, Serializer serializer);

    /**
     * The event that a record holds, not yet deserialized. Only what the record says is asked of it; whether it belongs to an
     * aggregate, and to which, the engine takes from the record.
     */
    StoredEvent toEventData(LedgerRecord record);

    /** The mapper that writes the serializer's own forms and names, and adds nothing. */
    static AxonRecordMapper plain() {
        return new PlainAxonRecordMapper();
    }
}
