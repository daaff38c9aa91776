package cn.dandang.deploy.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.contracts.FactLeaf;
import cn.dandang.deploy.reconcile.Difference.Kind;
import cn.dandang.deploy.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String TOPIC = "dandang.tolerance.facts.v1";
    private final List<Fact> ledger = IntStream.range(0, 20).mapToObj(n -> fact(n, "k" + n % 3, "{\"n\":" + n + "}", "")).toList();
    private final List<Fact> topic = ledger.stream().map(fact -> at(fact, TOPIC + "-" + fact.position() % 6 + "@" + fact.position())).collect(Collectors.toCollection(ArrayList::new));

    private static Fact fact(long position, String key, String json, String at) {
        String id = "tolerance/" + position + "/0";
        return new Fact(TOPIC, id, position, 0, key, HexFormat.of().formatHex(FactLeaf.hash(id, "tolerance.granted.v1", key, json.getBytes(StandardCharsets.UTF_8))), at);
    }

    private static Fact at(Fact fact, String at) {
        return new Fact(fact.topic(), fact.id(), fact.position(), fact.part(), fact.key(), fact.leaf(), at);
    }

    private Comparison compare(List<Fact> inTopic, List<Fact> projected) {
        return Comparison.of("tolerance", TOPIC, ledger, inTopic, projected, false);
    }

    @Test
    void the_same_facts_have_one_count_and_one_root_in_whatever_order_they_are_found() {
        Comparison found = compare(topic.reversed(), ledger.reversed());
        assertThat(found.equal()).isTrue();
        assertThat(found.differences()).isEmpty();
        assertThat(found.ledger().count()).isEqualTo(20);
        assertThat(found.topic().root()).isEqualTo(found.ledger().root()).isNotEqualTo(Side.of(ledger.subList(0, 19)).root());
    }

    @Test
    void what_is_missing_is_named() {
        topic.remove(7);
        Comparison found = compare(topic, ledger.subList(0, 19));
        assertThat(found.equal()).isFalse();
        assertThat(found.differences()).containsExactly(new Difference(Kind.MISSING, "topic", "tolerance/7/0", ""), new Difference(Kind.MISSING, "projection", "tolerance/19/0", ""));
    }

    @Test
    void what_is_doubled_is_named_with_the_place_of_the_second() {
        topic.add(at(ledger.get(3), TOPIC + "-3@99"));
        Comparison found = compare(topic, ledger);
        assertThat(found.equal()).isFalse();
        assertThat(found.topic().count()).isEqualTo(21);
        assertThat(found.differences()).containsExactly(new Difference(Kind.DOUBLED, "topic", "tolerance/3/0", TOPIC + "-3@99"));
    }

    @Test
    void one_byte_of_a_fact_and_its_key_count() {
        topic.set(4, fact(4, "k1", "{\"n\":5}", "here"));
        topic.set(5, fact(5, "k0", "{\"n\":5}", "there"));
        Comparison found = compare(topic, ledger);
        assertThat(found.topic().count()).isEqualTo(found.ledger().count());
        assertThat(found.differences()).containsExactly(new Difference(Kind.ALTERED, "topic", "tolerance/4/0", "here"), new Difference(Kind.ALTERED, "topic", "tolerance/5/0", "there"));
    }

    @Test
    void what_the_ledger_never_published_is_named() {
        topic.add(fact(77, "k1", "{}", "here"));
        assertThat(compare(topic, ledger).differences()).containsExactly(new Difference(Kind.UNKNOWN, "topic", "tolerance/77/0", "here"));
    }

    @Test
    void a_compacted_topic_may_have_lost_what_was_replaced_and_nothing_else() {
        List<Fact> last = topic.subList(17, 20);
        assertThat(Comparison.of("tolerance", TOPIC, ledger, last, null, true).equal()).isTrue();
        assertThat(Comparison.of("tolerance", TOPIC, ledger, topic, null, true).equal()).isTrue();
        assertThat(Comparison.of("tolerance", TOPIC, ledger, topic.subList(0, 19), null, true).differences()).containsExactly(new Difference(Kind.MISSING, "topic", "tolerance/19/0", ""));
    }

    @Test
    void a_list_that_breaks_off_is_no_list(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.jsonl");
        String line = "{\"topic\":\"t\",\"id\":\"tolerance/0/0\",\"position\":0,\"part\":0,\"type\":\"x\",\"key\":\"k\",\"leaf\":\"00\"}\n";
        Files.writeString(file, line + "{\"end\":1}\n");
        assertThat(ListedFacts.parse("/list", file)).hasSize(1);
        Files.writeString(file, line);
        assertThatThrownBy(() -> ListedFacts.parse("/list", file)).isInstanceOf(StackFailure.class);
        Files.writeString(file, line + "{\"end\":2}\n");
        assertThatThrownBy(() -> ListedFacts.parse("/list", file)).isInstanceOf(StackFailure.class);
    }
}
