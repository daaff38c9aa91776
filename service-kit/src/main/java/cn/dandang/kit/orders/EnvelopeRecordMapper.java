package cn.dandang.kit.orders;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.axon.AxonRecordMapper;
import cn.dandang.ledger.axon.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** An Axon message as a record of our ledger: pinned name, envelope as metadata, the cause as once key. The ledger stamps the time. */
final class EnvelopeRecordMapper implements AxonRecordMapper {

    @Override
    public NewRecord toRecord(EventMessage<?> event, Serializer serializer) {
        if (!(event instanceof DomainEventMessage<?> inStream) || inStream.getAggregateIdentifier() == null) {
            throw new IllegalArgumentException("Every event of a service belongs to a stream; " + event.getPayloadType().getName() + " was published outside one.");
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        MetaData metaData = event.getMetaData();
        Object once = metaData.get(ONCE);
        NewRecord record = new NewRecord(event.getIdentifier(), inStream.getAggregateIdentifier(), inStream.getSequenceNumber(), payload.getType().getName(),
                Integer.parseInt(payload.getType().getRevision()), once == null ? event.getIdentifier() : once.toString(),
                serializer.serialize(metaData, byte[].class).getData(), payload.getData());
        if (metaData.get(OrderRun.RUN) instanceof OrderRun run) {
            run.offered(record);
        }
        return record;
    }

    @Override
    public StoredEvent toEventData(LedgerRecord record) {
        return new StoredEvent(record.id(), Streams.kind(record.stream()), record.recordedAt(), record.type(), Integer.toString(record.revision()),
                record.metadata(), record.payload());
    }
}
