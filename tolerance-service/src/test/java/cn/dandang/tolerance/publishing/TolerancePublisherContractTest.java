package cn.dandang.tolerance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.tolerance.Histories;
import cn.dandang.tolerance.tolerancecase.Case;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TolerancePublisherContractTest {

    static List<PublishedFact> published(List<? extends DomainEvent> history) {
        TolerancePublisher publisher = new TolerancePublisher();
        return history.stream().flatMap(event -> publisher.facts(new RecordedEvent("tolerance", 0, "id", "tolerance-case-" + Case.ID, 0, "type", 1, Instant.EPOCH, Instant.EPOCH, "person", "office",
                "371000", null, null, "once", "rules", event)).stream()).toList();
    }

    /** One fact a line, {type, fact}; the digest of the rules is left out, for it changes with every rule. */
    static String lines(List<PublishedFact> facts) {
        StringBuilder lines = new StringBuilder();
        for (PublishedFact fact : facts) {
            ObjectNode line = Json.mapper().createObjectNode().put("type", fact.type());
            line.set("fact", withoutRulesVersion(Json.tree(Json.bytes(fact))));
            lines.append(Json.text(line)).append('\n');
        }
        return lines.toString();
    }

    private static JsonNode withoutRulesVersion(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("ground") instanceof ObjectNode ground) {
            ground.remove("rulesVersion");
        }
        return node;
    }

    @ParameterizedTest
    @ValueSource(strings = {"exempted-in-weihai", "red-line-withdrawn-in-weihai", "appealed-in-anhui", "not-admitted-in-weihai"})
    void what_is_published_equals_the_stored_sample(String name) {
        assertThat(lines(published(Histories.all().get(name)))).isEqualTo(sample(name));
    }

    private static String sample(String name) {
        try (InputStream stored = Objects.requireNonNull(TolerancePublisherContractTest.class.getResourceAsStream("/samples/" + name + ".jsonl"), name)) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void one_fact_is_published_for_each_subject_and_no_sealed_text_leaves() {
        List<PublishedFact> facts = published(Histories.exemptedInWeihai());
        assertThat(facts).filteredOn(ToleranceFact.ToleranceGranted.class::isInstance).hasSize(2);
        assertThat(lines(facts)).doesNotContain("nonce", "ciphertext", "evidence-", "minutesNumber", "members");
    }

    @Test
    void a_rule_looked_at_is_told_by_its_name_alone() {
        Sealed<String> text = new Sealed<>("person:x", Case.ID, "otherRule", "AAAAAAAAAAAAAAAA", "AAAA");
        assertThat(lines(published(List.of(new ToleranceEvent.OtherRuleConsulted(Case.ID, "fact", text, "公务员法 第九十五条", text, "officer", LocalDate.of(2026, 7, 1))))))
                .isEqualTo("{\"type\":\"tolerance.other-rule-consulted.v1\",\"fact\":{\"rootCase\":\"" + Case.ID + "\",\"jurisdiction\":\"371000\",\"rule\":\"公务员法 第九十五条\",\"on\":\"2026-07-01\"}}\n");
    }

    @Test
    void the_key_on_the_wire_is_the_accountability_case() {
        assertThat(published(Histories.exemptedInWeihai())).allSatisfy(fact -> assertThat(fact.rootCase()).isEqualTo("0195d3a0-0000-7000-8000-00000000a001"));
    }
}
