package cn.dandang.kit.codec;

import cn.dandang.kit.decision.DomainEvent;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;

/** The codec as Axon's serializer: pinned names as types, the envelope as metadata. Takes nothing but events and envelopes. */
public final class AxonEventSerializer implements Serializer {
    /** Key of the envelope in a message's metadata. */
    public static final String ENVELOPE = "envelope";

    private final EventCodec codec;
    private final Converter converter = new ChainingConverter();

    public AxonEventSerializer(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expected) {
        byte[] bytes = switch (object) {
            case DomainEvent event -> codec.encode(event);
            case MetaData metaData when metaData.get(ENVELOPE) instanceof Envelope envelope -> Json.bytes(envelope);
            default -> throw new IllegalArgumentException("Only pinned events and their envelopes are stored, not " + object.getClass().getName() + ".");
        };
        return new SimpleSerializedObject<>(converter.convert(bytes, expected), expected, typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return converter.canConvert(byte[].class, expected);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        byte[] bytes = converter.convert(stored.getData(), stored.getContentType(), byte[].class);
        String name = stored.getType().getName();
        if (MetaData.class.getName().equals(name)) {
            return (T) MetaData.from(Map.of(ENVELOPE, Json.read(bytes, Envelope.class)));
        }
        String revision = stored.getType().getRevision();
        return (T) codec.decode(name, revision == null ? 1 : Integer.parseInt(revision), bytes);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return codec.knows(type.getName()) ? codec.typeOf(type.getName()) : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public SerializedType typeForClass(Class type) {
        if (DomainEvent.class.isAssignableFrom(type)) {
            PinnedName pinned = codec.nameOf((Class<? extends DomainEvent>) type);
            return new SimpleSerializedType(pinned.name(), Integer.toString(pinned.revision()));
        }
        return new SimpleSerializedType(type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
