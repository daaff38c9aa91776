package cn.dandang.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.evidence.Entry;
import cn.dandang.deploy.evidence.OnTheWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The reckoning finds what is planted. */
class ReckoningTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<Entry> assessment = new ArrayList<>();
    private final List<Entry> tolerance = new ArrayList<>();
    private final List<Entry> incentive = new ArrayList<>();
    private final List<OnTheWire> wire = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    ReckoningTest() {
        record(tolerance, "tolerance", "tolerance.granted.v1", "tolerance-case-t", 0, "request/p/k1", "o1", "{}");
        record(assessment, "assessment", "assessment.negative-evaluation-entered.v1", "negative-evaluation-e", 0, "request/p/k2", "o2", "{}");
        record(assessment, "assessment", "assessment.negative-evaluation-annulled.v1", "negative-evaluation-e", 1, "annul/tolerance/0/0/e", "o3", "{}");
        record(assessment, "assessment", "reaction.concluded.v1", "conclusion-1", 0, "annul/tolerance/0/0", "o3", "{\"reaction\":\"annul\",\"fact\":\"tolerance/0/0\",\"factType\":\"tolerance.granted.v1\"}");
        record(assessment, "assessment", "reaction.concluded.v1", "conclusion-2", 0, "annul/tolerance/0/1", "o4", "{\"reaction\":\"annul\",\"fact\":\"tolerance/0/1\",\"factType\":\"tolerance.granted.v1\"}");
        record(incentive, "incentive", "incentive.nomination-released.v1", "holds-p", 0, "release/tolerance/0/0/n", "o5", "{\"nomination\":\"n\"}");
        publish("tolerance", 0, 0, 2, "tolerance.granted.v1", 0);
        publish("tolerance", 0, 1, 2, "tolerance.granted.v1", 1);
        publish("assessment", 0, 0, 1, "assessment.negative-evaluation-entered.v1", 0);
        publish("assessment", 1, 0, 1, "assessment.negative-evaluation-annulled.v1", 1);
        publish("incentive", 0, 0, 1, "incentive.nomination-released.v1", 0);
        acknowledged.add(new Acknowledged("one", "tolerance", "/", "k1", 1, 0, 0, "t"));
        acknowledged.add(new Acknowledged("one", "assessment", "/", "k2", 2, 0, 0, "e"));
    }

    private static void record(List<Entry> ledger, String service, String type, String stream, long version, String once, String order, String payload) {
        ledger.add(new Entry(service, ledger.size(), service + ledger.size(), stream, version, type, once, JSON.readTree("{\"order\":\"" + order + "\"}"), JSON.readTree(payload)));
    }

    private void publish(String service, long position, int part, int parts, String type, long offset) {
        wire.add(fact(service, position, part, parts, type, offset));
        listed.add(service + "/" + position + "/" + part);
    }

    private static OnTheWire fact(String service, long position, int part, int parts, String type, long offset) {
        return new OnTheWire("dandang." + service + ".facts.v1", 0, offset, "root", new TreeMap<>(Map.of("ce_id", service + "/" + position + "/" + part, "ce_source", "urn:dandang:" + service,
                "ce_type", type, "ce_ledgerposition", Long.toString(position), "ce_part", Integer.toString(part), "ce_parts", Integer.toString(parts))), "{}");
    }

    private List<String> faults() {
        return Reckoning.faults(new Evidence(acknowledged, Map.of("assessment", assessment, "tolerance", tolerance, "incentive", incentive, "clarification", List.of(), "oversight", List.of()),
                wire, listed, List.of(new Evidence.Tolerated("t", "e", "n")))).stream().map(Fault::toString).toList();
    }

    @Test
    @DisplayName("what is whole has no fault")
    void whole() {
        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("an acknowledged order that is not in the ledger, or of which nobody was told")
    void lost_order() {
        acknowledged.add(new Acknowledged("one", "tolerance", "/", "k9", 1, 5, 0, "t"));
        assertThat(faults()).singleElement().asString().contains("k9").contains("0 times");
        acknowledged.removeLast();
        acknowledged.removeLast();
        assertThat(faults()).containsExactly("nobody was told of the order assessment k2");
    }

    @Test
    @DisplayName("an order that is in the ledger twice")
    void double_order() {
        record(tolerance, "tolerance", "tolerance.fact-recorded.v1", "fact-1", 0, "request/q/k1", "o9", "{}");
        assertThat(faults()).singleElement().asString().contains("k1").contains("2 times");
    }

    @Test
    @DisplayName("orders of one sender that stand in another order than they were answered")
    void out_of_order() {
        record(tolerance, "tolerance", "tolerance.fact-recorded.v1", "fact-1", 0, "request/p/k3", "o9", "{}");
        acknowledged.addFirst(new Acknowledged("one", "tolerance", "/", "k3", 1, 1, 0, "f"));
        assertThat(faults()).singleElement().asString().contains("k1").contains("behind");
    }

    @Test
    @DisplayName("a gap and a doubled once in a ledger")
    void broken_ledger() {
        assessment.remove(0);
        assertThat(faults()).anyMatch(fault -> fault.contains("where position 0 was expected")).anyMatch(fault -> fault.contains("where version 0 was expected"));
        record(incentive, "incentive", "x", "other", 0, "release/tolerance/0/0/n", "o8", "{}");
        assertThat(faults()).anyMatch(fault -> fault.contains("a second time"));
    }

    @Test
    @DisplayName("a fact that is not on the wire")
    void lost_fact() {
        wire.remove(2);
        assertThat(faults()).anyMatch(fault -> fault.contains("assessment@0") && fault.contains("not on the wire"));
    }

    @Test
    @DisplayName("one part of a fact that is not on the wire")
    void lost_part() {
        wire.remove(1);
        assertThat(faults()).anyMatch(fault -> fault.contains("of which 1 are on the wire"));
    }

    @Test
    @DisplayName("a fact that is on the wire twice, and one that follows a later one")
    void double_fact() {
        wire.add(fact("assessment", 0, 0, 1, "assessment.negative-evaluation-entered.v1", 2));
        assertThat(faults()).hasSize(3).anyMatch(fault -> fault.contains("a second time")).anyMatch(fault -> fault.contains("follows")).anyMatch(fault -> fault.contains("of which 2"));
    }

    @Test
    @DisplayName("a fact of an event that never was")
    void invented_fact() {
        publish("incentive", 7, 0, 1, "incentive.nomination-held.v1", 3);
        assertThat(faults()).containsExactly("incentive/7 is on the wire and not in the ledger");
    }

    @Test
    @DisplayName("a fact that a reaction has not concluded, and one concluded twice")
    void conclusions() {
        assessment.removeLast();
        assertThat(faults()).singleElement().asString().contains("has not concluded annul for tolerance/0/1");
        record(assessment, "assessment", "reaction.concluded.v1", "conclusion-3", 0, "other", "o7", "{\"reaction\":\"annul\",\"fact\":\"tolerance/0/0\",\"factType\":\"tolerance.granted.v1\"}");
        assertThat(faults()).anyMatch(fault -> fault.contains("concludes annul for tolerance/0/0 a second time"));
    }

    @Test
    @DisplayName("an evaluation that was annulled twice, a hold that was not released")
    void effects() {
        record(assessment, "assessment", "assessment.negative-evaluation-annulled.v1", "negative-evaluation-e", 2, "x", "o6", "{}");
        incentive.clear();
        assertThat(faults()).anyMatch(fault -> fault.contains("annulled.v1") && fault.contains("happened 2 times")).anyMatch(fault -> fault.contains("released.v1") && fault.contains("happened 0 times"));
    }

    @Test
    @DisplayName("oversight lists a fact not at all, twice, or one that never was")
    void listed() {
        listed.removeLast();
        listed.add("assessment/0/0");
        listed.add("assessment/9/0");
        assertThat(faults()).hasSize(3).anyMatch(fault -> fault.contains("2 times")).anyMatch(fault -> fault.contains("does not list incentive/0/0")).anyMatch(fault -> fault.contains("which is not on the wire"));
    }
}
