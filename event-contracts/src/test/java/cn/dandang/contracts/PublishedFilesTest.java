package cn.dandang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files that consumers read are those of the records. {@code -Ddandang.write-contracts=true} writes them anew; review the difference as a contract change. */
class PublishedFilesTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path ASYNC_API = Path.of("src/main/resources/asyncapi.json");
    private static final SchemaGenerator GENERATOR = generator();

    static Stream<Class<? extends PublishedFact>> types() {
        return new TreeMap<>(FactTypes.all()).values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void the_schema_of_each_fact_is_that_of_its_record(Class<? extends PublishedFact> type) throws IOException {
        ObjectNode schema = schemaOf(type);
        compareOrWrite(SCHEMAS.resolve(FactTypes.nameOf(type) + ".json"), schema);
    }

    @Test
    void no_schema_file_is_left_over() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))).containsExactlyInAnyOrderElementsOf(FactTypes.all().keySet());
        }
    }

    @Test
    @DisplayName("AsyncAPI lists each topic that carries facts, with its messages")
    void async_api_is_that_of_the_topics() throws IOException {
        ObjectNode api = FactJson.MAPPER.createObjectNode();
        api.put("asyncapi", "3.0.0");
        api.putObject("info").put("title", "担当 facts").put("version", "1").put("description",
                "CloudEvents 1.0 in binary mode over Kafka. The key is the root case: facts of one case keep their order.");
        ObjectNode channels = api.putObject("channels");
        Map<String, String> topics = new TreeMap<>();
        types().forEach(type -> topics.merge(topicOf(type), FactTypes.nameOf(type), (a, b) -> a + "," + b));
        topics.forEach((topic, names) -> {
            ObjectNode channel = channels.putObject(topic);
            channel.put("address", topic);
            ObjectNode messages = channel.putObject("messages");
            for (String name : names.split(",")) {
                ObjectNode message = messages.putObject(name);
                message.put("name", name);
                message.putObject("payload").put("schemaFormat", "application/schema+json;version=draft-2020-12").putObject("schema").put("$ref", "schemas/" + name + ".json");
            }
        });
        compareOrWrite(ASYNC_API, api);
    }

    private static String topicOf(Class<? extends PublishedFact> type) {
        if (RegisterFact.class.isAssignableFrom(type)) {
            return Topics.REGISTER;
        }
        if (PolicyFact.class.isAssignableFrom(type)) {
            return Topics.POLICY;
        }
        if (ErasureFact.class.isAssignableFrom(type)) {
            return Topics.ERASURES;
        }
        return Topics.facts(FactTypes.nameOf(type).substring(0, FactTypes.nameOf(type).indexOf('.')));
    }

    private static ObjectNode schemaOf(Class<?> type) {
        ObjectNode schema = GENERATOR.generateSchema(type);
        schema.put("$id", "urn:dandang:schema:" + type.getAnnotation(FactType.class).value());
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(FactJson.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(Option.FLATTENED_ENUMS);
        config.forFields().withRequiredCheck(field -> field.getMember().getRawMember().getAnnotatedType().getAnnotation(Nullable.class) == null);
        config.forFields().withNullableCheck(field -> field.getMember().getRawMember().getAnnotatedType().getAnnotation(Nullable.class) != null);
        config.forTypesInGeneral().withStringFormatResolver(scope -> java.time.LocalDate.class.equals(scope.getType().getErasedType()) ? "date" : null);
        config.forTypesInGeneral().withCustomDefinitionProvider((javaType, context) -> java.time.LocalDate.class.equals(javaType.getErasedType())
                ? new com.github.victools.jsonschema.generator.CustomDefinition(context.getGeneratorConfig().createObjectNode().put("type", "string").put("format", "date"))
                : null);
        return new SchemaGenerator(config.build());
    }

    private static void compareOrWrite(Path file, JsonNode expected) throws IOException {
        if (Boolean.getBoolean("dandang.write-contracts")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, FactJson.MAPPER.writeValueAsString(expected) + "\n");
        }
        assertThat(file).as("published file of a contract").exists();
        assertThat(FactJson.MAPPER.readTree(file)).isEqualTo(expected);
    }
}
