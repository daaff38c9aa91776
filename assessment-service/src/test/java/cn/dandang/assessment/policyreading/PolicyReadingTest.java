package cn.dandang.assessment.policyreading;

import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.assessment.AssessmentServiceApplication;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.testing.Running.Reply;
import cn.dandang.kit.testing.Running;
import cn.dandang.kit.testing.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The rules for readers over HTTP, in a service with ledger file and broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyReadingTest {
    private static final Actor APPROVER = actor("approver", WEIHAI, Role.POLICY_APPROVER);
    /** What the four services showed the reviewer before. */
    private static final String SEEN = "{\"assessment\":{\"asked\":3,\"differing\":1,\"position\":7},\"tolerance\":{\"asked\":0,\"differing\":0,\"position\":-1},\"incentive\":{\"asked\":2,\"differing\":0,\"position\":5}}";
    private static final String TEXT = "/policy/documents/" + Running.path("威") + "/text";

    @TempDir
    private static Path folder;
    private TestBroker broker;
    private Running service;

    @BeforeAll
    void start() throws Exception {
        broker = new TestBroker();
        service = new Running(AssessmentServiceApplication.class, "assessment", folder, broker);
        for (String[] dated : new String[][] {{"340000", "皖"}, {"370000", "鲁"}}) {
            assertThat(service.create(actor("policy-" + dated[0], dated[0], Role.POLICY_ADMIN), "/policy/documents/" + Running.path(dated[1]) + "/dates",
                    "{\"effectiveFrom\":\"2018-09-01\",\"source\":\"演示数据，非文件所载\",\"demonstration\":true}").status()).isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> Stream.of("皖", "鲁").allMatch(code -> service.context.getBean(CurrentPolicy.class).snapshot().effectiveDate(code).isPresent()));
    }

    @AfterAll
    void stop() {
        service.close();
        broker.close();
    }

    private JsonNode read(String path) {
        Reply reply = service.read(NOBODY, path);
        assertThat(reply.status()).as(path + reply.json()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode first(JsonNode list, String pointer, String value) {
        return list.valueStream().filter(one -> one.at(pointer).asString().equals(value)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("a document is read clause by clause: quotation, mechanisms, rules and numbers of each (皖·四·11, 威·七·24)")
    void clauses_stand_beside_their_rules() {
        JsonNode anhui = read("/policy/documents/" + Running.path("皖") + "/clauses").at("/clauses");
        JsonNode clause = first(anhui, "/place", "皖·四·11");
        assertThat(clause.at("/quotes").toString()).contains("对组织认定有不同意见的，本人可以提出申诉");
        assertThat(clause.at("/mechanisms").valueStream().map(one -> one.at("/id").asString())).contains("APL-01");
        assertThat(clause.at("/rules").valueStream().map(one -> one.at("/id").asString())).contains("appeal.anhui.local");
        assertThat(clause.has("text")).isFalse();
        JsonNode weihai = first(read("/policy/documents/" + Running.path("威") + "/clauses").at("/clauses"), "/place", "威·七·24");
        JsonNode share = first(weihai.at("/parameters"), "/id", "ASM-52.weihai.max-share");
        assertThat(share.at("/periods/0/value/text").asString()).isEqualTo("20");
        assertThat(share.at("/periods/0/from").asString()).isEqualTo("2019-02-01");
        service.get(NOBODY, "/policy/documents/" + Running.path("苏") + "/clauses").isProblem(404, "not-found");
        service.call("GET", null, "/policy/gaps", null).isProblem(401, "not-signed-in");
    }

    @Test
    @DisplayName("the appeal side by side: own in Anhui, lost in Guizhou, not stated in Weihai with the national rules by name; nowhere a no (皖·四·11)")
    void jurisdictions_stand_side_by_side_and_silence_is_silence() {
        JsonNode row = read("/policy/comparison?question=appeal.local").at("/rows/0");
        JsonNode anhui = first(row.at("/cells"), "/doc", "皖");
        assertThat(anhui.at("/own").asString()).isEqualTo("STATED");
        assertThat(anhui.at("/holds/support").asString()).isEqualTo("OWN");
        assertThat(anhui.at("/holds/demonstration").asBoolean()).isTrue();
        assertThat(first(row.at("/cells"), "/doc", "黔").at("/own").asString()).isEqualTo("LOST");
        JsonNode weihai = first(row.at("/cells"), "/doc", "威");
        assertThat(weihai.at("/own").asString()).isEqualTo("NOT_STATED");
        assertThat(weihai.at("/holds/outcome").asString()).isEqualTo("UNDEFINED");
        assertThat(weihai.at("/holds/nationalRules").valueStream().map(rule -> rule.at("/pack").asString())).contains("P10", "P13", "P16");
        assertThat(read("/policy/comparison?group=appeal").at("/rows").size()).isEqualTo(6);
        service.get(NOBODY, "/policy/comparison?group=nothing").isProblem(404, "not-found");
    }

    @Test
    @DisplayName("P-27: gaps of a place, with undated documents of its lineage, lost places and numbers that are no numbers")
    void gaps_are_listed_with_what_may_fill_them() {
        JsonNode gaps = read("/policy/gaps?jurisdiction=520000");
        assertThat(gaps.at("/undated").valueStream().map(one -> one.at("/doc").asString())).containsExactly("黔");
        assertThat(gaps.at("/damaged").valueStream().map(one -> one.at("/place").asString())).contains("黔·五·13");
        assertThat(first(gaps.at("/questions"), "/question", "appeal.local").at("/answer/outcome").asString()).isEqualTo("LOST");
        assertThat(gaps.at("/parameters").valueStream().map(one -> one.at("/answer").asString())).contains("UNSET").doesNotContain("STATED");
        service.get(NOBODY, "/policy/gaps?jurisdiction=weihai").isProblem(400, "malformed-request");
    }

    @Test
    void search_finds_by_chinese_word_and_by_likeness() {
        assertThat(read("/policy/search?q=" + Running.path("申诉")).at("/items").valueStream().map(hit -> hit.at("/id").asString())).contains("APL-01", "皖·四·11");
        JsonNode alike = read("/policy/search?q=" + Running.path("本人可以提起申诉")).at("/items");
        assertThat(alike.valueStream().map(hit -> hit.at("/exact").asBoolean())).isNotEmpty().containsOnly(false);
        assertThat(alike.valueStream().map(hit -> hit.at("/id").asString())).contains("皖·四·11");
        service.get(NOBODY, "/policy/search?q=" + "a".repeat(101)).isProblem(400, "malformed-request");
    }

    @Test
    @DisplayName("a trial answers with support and trace, leaves what is not given to a person, and writes nothing (威·七·24)")
    void a_trial_answers_and_writes_nothing() {
        JsonNode inputs = read("/policy/questions/assessment.township-excellent-share/inputs?jurisdiction=371000");
        assertThat(inputs.at("/numbers").valueStream().map(JsonNode::asString)).containsExactly("part", "whole");
        long head = service.ledger().head();
        String trial = "{\"question\":\"assessment.township-excellent-share\",\"jurisdiction\":\"371000\",\"asOf\":\"2024-05-10\",\"numbers\":%s}";
        JsonNode met = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("{\"part\":20,\"whole\":100}")).json();
        assertThat(met.at("/verdict").asString()).isEqualTo("MET");
        assertThat(met.at("/answer/support").asString()).isEqualTo("OWN");
        assertThat(met.at("/trace/checks/0/clauses/0/place").asString()).isEqualTo("威·七·24");
        assertThat(service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("{\"part\":21,\"whole\":100}")).text("/says/zh")).isEqualTo("不符合本条要求。");
        JsonNode open = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("{\"part\":20}")).json();
        assertThat(open.at("/verdict").asString()).isEqualTo("OPEN");
        assertThat(open.at("/trace/leftToPerson").size()).isPositive();
        service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("{\"part\":21,\"whole\":20}")).isProblem(400, "malformed-request");
        service.call("POST", NOBODY, "/policy/evaluations", "{\"question\":\"no.such\",\"jurisdiction\":\"371000\"}").isProblem(404, "not-found");
        assertThat(service.ledger().head()).isEqualTo(head);
    }

    @Test
    @DisplayName("a trial asks the test of a place and gives each outcome with its clauses and a trace: met, near, by whom (威·四·12)")
    void a_trial_asks_the_test_of_tolerance() {
        assertThat(read("/policy/questions").at("/items").valueStream().map(one -> one.at("/id").asString())).doesNotContain("tolerance.test");
        assertThat(read("/policy/questions?trials=true").at("/items").valueStream().map(one -> one.at("/id").asString()))
                .contains("tolerance.test", "effects.exemption", "appeal.paper", "feedback.duty", "rectification.with-decision", "appeal.local");
        JsonNode inputs = read("/policy/questions/tolerance.test/inputs?jurisdiction=371000");
        assertThat(inputs.at("/nearly").asBoolean()).isTrue();
        assertThat(inputs.at("/findings").valueStream().map(one -> one.at("/id").asString())).contains("weihai.situation.6", "weihai.condition.3", "red-line.prohibition");
        assertThat(first(inputs.at("/selects"), "/id", "field").at("/options").size()).isEqualTo(3);
        String holds = inputs.at("/findings").valueStream().map(one -> one.at("/id").asString()).filter(id -> !id.startsWith("red-line") && !id.equals("weihai.condition.3"))
                .map(id -> "\"" + id + "\"").collect(java.util.stream.Collectors.joining(","));
        JsonNode answer = service.call("POST", NOBODY, "/policy/evaluations",
                "{\"question\":\"tolerance.test\",\"jurisdiction\":\"371000\",\"asOf\":\"2024-05-10\",\"holds\":[" + holds + "],\"near\":[\"weihai.condition.3\"]}").json();
        JsonNode unit = first(answer.at("/lines"), "/about/zh", "单位：免责");
        assertThat(unit.at("/result/zh").asString()).isEqualTo("规则不允许");
        assertThat(unit.at("/says/zh").asString()).contains("不符合");
        assertThat(unit.at("/clauses/0/place").asString()).isEqualTo("威·四·12");
        assertThat(first(answer.at("/trace/checks"), "/item", "weihai.condition.3").at("/verdict").asString()).isEqualTo("NEAR");
        assertThat(unit.at("/trace/rulesVersion").asString()).isEqualTo(answer.at("/trace/rulesVersion").asString());
        service.call("POST", NOBODY, "/policy/evaluations", "{\"question\":\"tolerance.test\",\"jurisdiction\":\"371000\",\"holds\":[\"weihai.condition.9\"]}").isProblem(400, "malformed-request");
        service.call("POST", NOBODY, "/policy/evaluations", "{\"question\":\"tolerance.test\",\"jurisdiction\":\"371000\",\"numbers\":{\"part\":1}}").isProblem(400, "malformed-request");
    }

    @Test
    @DisplayName("both days of a case are shown; where the text does not say which counts and they differ, nothing acts by itself (威·末)")
    void both_days_are_shown() {
        String trial = "{\"question\":\"rectification.overdue\",\"jurisdiction\":\"371000\",\"asOf\":\"2019-02-01\",\"actOn\":\"%s\"}";
        JsonNode before = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("2019-01-31")).json();
        assertThat(before.at("/days/goesBy").asString()).isEqualTo("NOT_STATED");
        assertThat(before.at("/days/says/zh").asString()).contains("未载明");
        assertThat(before.at("/days/differ").asBoolean()).isTrue();
        assertThat(before.at("/answer/outcome").asString()).isEqualTo("STATED");
        assertThat(before.at("/days/other/answer/outcome").asString()).isEqualTo("UNDEFINED");
        assertThat(before.at("/days/other/answer/asOf").asString()).isEqualTo("2019-01-31");
        assertThat(before.at("/actsByItself").asBoolean()).isFalse();
        JsonNode same = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("2019-02-01")).json();
        assertThat(same.at("/days/differ").asBoolean()).isFalse();
        assertThat(same.at("/days").has("other")).isFalse();
        assertThat(same.at("/actsByItself").asBoolean()).isTrue();
        service.call("POST", NOBODY, "/policy/evaluations", trial.formatted("2019-02-02")).isProblem(400, "malformed-request");
        JsonNode early = service.call("POST", NOBODY, "/policy/evaluations",
                "{\"question\":\"tolerance.test\",\"jurisdiction\":\"371000\",\"asOf\":\"2024-05-10\",\"actOn\":\"2010-05-10\",\"holds\":[\"weihai.condition.1\"]}").json();
        assertThat(early.at("/days/differ").asBoolean()).isTrue();
        assertThat(early.at("/days/other/says/zh").asString()).contains("未载明");

        JsonNode cells = read("/policy/comparison?question=rectification.overdue&asOf=2019-02-01&actOn=2019-01-31").at("/rows/0");
        assertThat(cells.at("/goesBy").asString()).isEqualTo("NOT_STATED");
        assertThat(first(cells.at("/cells"), "/doc", "威").at("/onOtherDay/outcome").asString()).isEqualTo("UNDEFINED");
        assertThat(first(cells.at("/cells"), "/doc", "中").has("onOtherDay")).isFalse();
        service.get(NOBODY, "/policy/comparison?question=rectification.overdue&asOf=2019-02-01&actOn=2019-02-02").isProblem(400, "malformed-request");
    }

    @Test
    @DisplayName("after a published change the version that a record names still gives the same answer with the same trace (威·四·13)")
    void a_recorded_version_answers_as_it_did() {
        String trial = "{\"question\":\"rectification.with-decision\",\"jurisdiction\":\"371000\",\"asOf\":\"%s\"%s}";
        String day = service.context.getBean(cn.dandang.kit.clock.BusinessClock.class).today().toString();
        JsonNode recorded = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted(day, "")).json();
        String version = recorded.at("/trace/rulesVersion").asString();
        Reply draft = service.create(POLICY, "/policy/changes", ("{\"title\":\"威海逾期后果修订\",\"jurisdiction\":\"371000\",\"reason\":\"文件修订\",\"items\":[{\"kind\":\"RULE\",\"target\":\"rectification.weihai.overdue\","
                + "\"from\":\"%s\",\"jurisdiction\":\"371000\",\"basis\":\"市委文件登记簿\",\"answer\":\"STATED\",\"modal\":\"MUST\",\"values\":[\"ACCOUNTABILITY\"],\"saysZh\":\"逾期的按规定问责。\",\"saysEn\":\"Overdue: accountability.\","
                + "\"clauses\":[{\"doc\":\"威\",\"place\":\"威·四·13\",\"quote\":\"予以严肃处理\"}]}]}").formatted(day));
        assertThat(draft.status()).as(draft.json().toString()).isEqualTo(201);
        String change = "/policy/changes/" + draft.text("/id");
        assertThat(service.change(APPROVER, change + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\",\"impactSeen\":" + SEEN + "}").status()).isEqualTo(200);
        assertThat(service.change(POLICY, change + "/publication", 1, null).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !service.context.getBean(CurrentPolicy.class).snapshot().rulesVersion().equals(version));

        JsonNode now = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted(day, "")).json();
        assertThat(first(now.at("/lines"), "/about/zh", "逾期未完成").at("/result/zh").asString()).isEqualTo("按规定问责");
        JsonNode then = service.call("POST", NOBODY, "/policy/evaluations", trial.formatted(day, ",\"policyVersion\":\"" + version + "\"")).json();
        assertThat(then).isEqualTo(recorded);
        assertThat(first(then.at("/lines"), "/about/zh", "逾期未完成").at("/result/zh").asString()).isEqualTo("严肃处理");
        assertThat(service.get(NOBODY, "/policy/questions/rectification.with-decision/inputs?jurisdiction=371000&policyVersion=" + Running.path(version)).status()).isEqualTo(200);
        service.call("POST", NOBODY, "/policy/evaluations", trial.formatted(day, ",\"policyVersion\":\"000000000000+00000000\"")).isProblem(404, "not-found");
    }

    @Test
    void a_copy_is_shown_beside_the_rules_only_after_a_second_person_approved_it() throws Exception {
        String body = "{\"text\":\"中共威海市委文件\\r\\n一、思想自觉\\r\\n1. 第一条的原文。\\r\\n2. 第二条的原文。\",\"source\":\"市委办公室印发本\"}";
        service.create(NOBODY, TEXT, body).isProblem(403, "forbidden-role");
        assertThat(service.create(POLICY, TEXT, body).status()).isEqualTo(201);
        JsonNode pending = read(TEXT).at("/pending");
        assertThat(pending.at("/differing").asInt()).isPositive().isEqualTo(pending.at("/quotations").asInt());
        assertThat(read("/policy/documents/" + Running.path("威") + "/clauses").at("/clauses").toString()).doesNotContain("第一条的原文");

        String approval = "{\"digest\":\"" + pending.at("/digest").asString() + "\"}";
        service.change(POLICY, TEXT + "/approval", 0, approval).isProblem(403, "forbidden-role");
        assertThat(service.change(APPROVER, TEXT + "/approval", 0, approval).status()).isEqualTo(200);
        assertThat(first(read("/policy/documents/" + Running.path("威") + "/clauses").at("/clauses"), "/place", "威·一·1").at("/text").asString()).isEqualTo("1. 第一条的原文。");
        assertThat(read("/policy/search?q=" + Running.path("第二条的原文")).at("/items/0/id").asString()).isEqualTo("威·一·2");
        assertThat(service.events("policy.text-imported.v1").toString()).doesNotContain("第一条的原文");

        Path file = folder.resolve("policy-texts").resolve(pending.at("/digest").asString() + ".txt");
        String kept = Files.readString(file);
        Files.writeString(file, kept + "添字");
        assertThat(read(TEXT).at("/shown/available").asBoolean()).isFalse();
        assertThat(read("/policy/documents/" + Running.path("威") + "/clauses").at("/clauses").toString()).doesNotContain("第一条的原文");
        Files.writeString(file, kept);
    }

    @Test
    @DisplayName("every parameter is there with unit and citation; a word that stands for a number is UNSET")
    void parameters_say_their_unit_and_since_when() {
        JsonNode parameters = read("/policy/parameters").at("/items");
        assertThat(parameters.valueStream().map(one -> one.at("/id").asString())).doesNotHaveDuplicates().hasSizeGreaterThan(150);
        assertThat(first(parameters, "/id", "ASM-02.shandong.results-weight").at("/answer").asString()).isEqualTo("UNSET");
        assertThat(parameters.valueStream()).allSatisfy(one -> assertThat(one.at("/unit/zh").asString()).isNotBlank());
    }
}
