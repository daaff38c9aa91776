package cn.dandang.kit.view;

import com.mongodb.MongoClientSettings;
import java.util.List;
import java.util.Map;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Writes the documents of views: the same bytes as the driver's own codec, without a search for the codec of each value. They hold only what JSON
 * can hold, and begin with their id.
 */
final class RowCodec extends DocumentCodec {
    static final CodecRegistry REGISTRY = CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(new RowCodec()), MongoClientSettings.getDefaultCodecRegistry());

    @Override
    public void encode(BsonWriter out, Document document, EncoderContext context) {
        write(out, document);
    }

    private static void write(BsonWriter out, Document document) {
        out.writeStartDocument();
        for (Map.Entry<String, Object> field : document.entrySet()) {
            out.writeName(field.getKey());
            write(out, field.getValue());
        }
        out.writeEndDocument();
    }

    private static void write(BsonWriter out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Integer number -> out.writeInt32(number);
            case Long number -> out.writeInt64(number);
            case Double number -> out.writeDouble(number);
            case Boolean held -> out.writeBoolean(held);
            case Document document -> write(out, document);
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(each -> write(out, each));
                out.writeEndArray();
            }
            default -> throw new IllegalArgumentException("A document of a view holds no " + value.getClass().getName() + ".");
        }
    }
}
