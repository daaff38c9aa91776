package cn.dandang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A stored sample of each fact is still read, written alike, and valid under the published schema. Samples are kept for ever: a fact once published is never unreadable. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    static Stream<String> names() {
        return new TreeMap<>(FactTypes.all()).keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_stored_sample_reads_and_writes_alike(String name) throws IOException {
        JsonNode stored = sample(name);
        PublishedFact fact = FactJson.MAPPER.treeToValue(stored, FactTypes.byName(name).orElseThrow());
        assertThat(fact.type()).isEqualTo(name);
        assertThat((JsonNode) FactJson.MAPPER.valueToTree(fact)).isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_field_of_a_later_version_is_left_alone(String name) throws IOException {
        ObjectNode later = (ObjectNode) sample(name);
        PublishedFact known = FactJson.MAPPER.treeToValue(later, FactTypes.byName(name).orElseThrow());
        later.put("fieldOfALaterVersion", "x");
        assertThat((Object) FactJson.MAPPER.treeToValue(later, FactTypes.byName(name).orElseThrow())).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_stored_sample_is_valid_under_its_schema(String name) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/main/resources/schemas", name + ".json")), InputFormat.JSON);
        assertThat(schema.validate(Files.readString(SAMPLES.resolve(name + ".json")), InputFormat.JSON)).isEmpty();
        ObjectNode broken = (ObjectNode) sample(name);
        broken.remove("rootCase");
        assertThat(schema.validate(FactJson.MAPPER.writeValueAsString(broken), InputFormat.JSON)).isNotEmpty();
    }

    private static JsonNode sample(String name) throws IOException {
        return FactJson.MAPPER.readTree(SAMPLES.resolve(name + ".json"));
    }
}
