package cn.dandang.kit.snapshot;

import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Decider;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * A decider's state as JSON and back, field by field. It writes only what comes back the same: a state that cannot go there and back is never
 * kept. Where a type is open the JSON names the class, which is good for as long as the code is the same. Thread-safe.
 */
public final class StateCodec {
    private static final String OURS = "cn.dandang.";
    private static final JsonMapper MAPPER = Json.configure(JsonMapper.builder())
            .annotationIntrospector(new WholeState())
            .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder().allowIfSubType(OURS).build())
            .addModule(new SimpleModule("dandang-states").addAbstractTypeMapping(SequencedMap.class, LinkedHashMap.class).addAbstractTypeMapping(SequencedSet.class, LinkedHashSet.class))
            .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
            // what an API leaves out is a part of the state all the same
            .changeDefaultPropertyInclusion(held -> held.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    private final Map<Class<?>, JavaType> states = new ConcurrentHashMap<>();

    /** The state as bytes; empty where reading them would give another state. */
    public Optional<byte[]> encode(Decider<?, ?, ?> decider, Object state) {
        try {
            return Optional.of(encodeOrSayWhy(decider, state));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The state as bytes.
     *
     * @throws JacksonException         if it cannot be written or read
     * @throws IllegalArgumentException if it comes back different
     */
    public byte[] encodeOrSayWhy(Decider<?, ?, ?> decider, Object state) {
        byte[] bytes = write(decider, state);
        Object back = decode(decider, bytes);
        // a class without equality of its own is held against its fields, all of which are written
        if (!state.equals(back) && !Arrays.equals(bytes, write(decider, back))) {
            throw new IllegalArgumentException(state + " comes back as " + back);
        }
        return bytes;
    }

    /** The state that was written. */
    public Object decode(Decider<?, ?, ?> decider, byte[] bytes) {
        return MAPPER.readValue(bytes, type(decider));
    }

    private byte[] write(Decider<?, ?, ?> decider, Object state) {
        return MAPPER.writerFor(type(decider)).writeValueAsBytes(state);
    }

    private JavaType type(Decider<?, ?, ?> decider) {
        return states.computeIfAbsent(decider.getClass(), known -> {
            JavaType[] parameters = MAPPER.getTypeFactory().findTypeParameters(MAPPER.constructType(known), Decider.class);
            return parameters[parameters.length - 1];
        });
    }

    /** Every field, nothing but fields; annotations that only make an answer shorter do not count here. */
    private static final class WholeState extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            JsonTypeInfo.@Nullable Value declared = super.findPolymorphicTypeInfo(config, annotated);
            return declared == null && annotated instanceof AnnotatedClass && open(annotated.getRawType())
                    ? JsonTypeInfo.Value.construct(JsonTypeInfo.Id.CLASS, JsonTypeInfo.As.PROPERTY, "@class", null, false, null) : declared;
        }

        @Override
        public VisibilityChecker findAutoDetectVisibility(MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
            return type.getRawType().isRecord() ? checker
                    : checker.withVisibility(PropertyAccessor.FIELD, Visibility.ANY).withVisibility(PropertyAccessor.GETTER, Visibility.NONE).withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
        }

        @Override
        public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
            return JsonInclude.Value.empty();
        }

        private static boolean open(Class<?> type) {
            return type.getName().startsWith(OURS) && Modifier.isAbstract(type.getModifiers()) && !type.isEnum();
        }
    }
}
