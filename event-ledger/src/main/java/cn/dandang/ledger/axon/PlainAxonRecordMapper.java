package cn.dandang.ledger.axon;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.NewRecord;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the serializer gives. The aggregate's type is the kind in its stream's name, {@code <kind>-<uuid>}; a revision is a
 * number, and 0 stands for none. The event's own time becomes {@code recordedAt}.
 */
final class PlainAxonRecordMapper implements AxonRecordMapper {

    @Override
    public NewRecord toRecord(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        MetaData metadata = event.getMetaData().withoutKeys(Set.of(ONCE));
        SerializedObject<byte[]> envelope = serializer.serialize(metadata, byte[].class);
        String stream = event instanceof DomainEventMessage<?> inStream && inStream.getAggregateIdentifier() != null
                ? inStream.getAggregateIdentifier() : event.getIdentifier();
        long version = event instanceof DomainEventMessage<?> inStream ? inStream.getSequenceNumber() : 0;
        Object once = event.getMetaData().get(ONCE);
        return new NewRecord(event.getIdentifier(), stream, version, payload.getType().getName(),
                number(payload.getType().getRevision()), once == null ? event.getIdentifier() : once.toString(),
                envelope.getData(), payload.getData(), event.getTimestamp());
    }

    private static int number(@Nullable String revision) {
        return revision == null || revision.isEmpty() ? 0 : Integer.parseInt(revision);
    }

    @Override
    public StoredEvent toEventData(LedgerRecord record) {
        String stream = record.stream();
        int dash = stream.indexOf('-');
        return new StoredEvent(record.id(), dash > 0 ? stream.substring(0, dash) : stream, record.recordedAt(), record.type(),
                record.revision() == 0 ? null : Integer.toString(record.revision()), record.metadata(), record.payload());
    }
}
