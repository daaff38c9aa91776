package cn.dandang.assessment.policy;

import static cn.dandang.assessment.Given.CADRE;
import static cn.dandang.assessment.Given.DECIDER;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.OFFICER;
import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.assessment.AssessmentServiceApplication;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.testing.Running;
import cn.dandang.kit.testing.Running.Reply;
import cn.dandang.kit.testing.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A number of a document, changed over HTTP by two persons, in a service with ledger file and broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmountChangeServiceTest {
    private static final Actor APPROVER = actor("approver", WEIHAI, Role.POLICY_APPROVER);
    private static final String SEEN = "{\"assessment\":{\"asked\":1,\"differing\":1,\"position\":7},\"tolerance\":{\"asked\":0,\"differing\":0,\"position\":-1},\"incentive\":{\"asked\":0,\"differing\":0,\"position\":-1}}";
    private static final String YEARS = "PRO-22.weihai.years-running";
    private static final String ITEM = """
            {"kind":"AMOUNT","target":"%s","from":"%s","jurisdiction":"371000","basis":"威发〔2026〕3号","value":"%s","unit":"%s","bound":"AT_LEAST","generally":false,
             "clauses":[{"doc":"%s","place":"%s·二·5","quote":"年度考核连续两年优秀的"}]}""";

    @TempDir
    private static Path folder;
    private TestBroker broker;
    private Running service;
    private LocalDate today;

    @BeforeAll
    void start() throws Exception {
        broker = new TestBroker();
        service = new Running(AssessmentServiceApplication.class, "assessment", folder, broker, "--dandang.places.require-setup=false");
        today = service.context.getBean(BusinessClock.class).today();
    }

    @AfterAll
    void stop() {
        service.close();
        broker.close();
    }

    private String item(String target, LocalDate from, String value, String unit, String document) {
        return ITEM.formatted(target, from, value, unit, document, document);
    }

    private Reply draft(String item) {
        return service.create(POLICY, "/policy/changes", "{\"title\":\"连续优秀年数\",\"jurisdiction\":\"371000\",\"reason\":\"文件修订\",\"items\":[" + item + "]}");
    }

    private void refused(String item, String zh) {
        Reply refused = draft(item);
        refused.isProblem(400, "malformed-request");
        assertThat(refused.text("/messages/zh")).contains(zh);
        assertThat(refused.text("/messages/en")).isNotBlank().doesNotContain("威海");
    }

    private JsonNode trial(LocalDate day, String version) {
        return service.call("POST", NOBODY, "/policy/evaluations", "{\"question\":\"candidacy.priority-three-years\",\"jurisdiction\":\"371000\",\"asOf\":\"" + day
                + "\",\"numbers\":{\"count\":2},\"fails\":[\"COMMENDED_CITY_OR_ABOVE\"]" + (version == null ? "" : ",\"policyVersion\":\"" + version + "\"") + "}").json();
    }

    private JsonNode parameter() {
        return service.read(NOBODY, "/policy/parameters").json().at("/items").valueStream().filter(one -> one.at("/id").asString().equals(YEARS)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("威·二·5: three years running become two: drafted, its impact seen, approved by a second person, published; from its day on it decides, the recorded version answers as it did")
    void a_number_is_changed_by_two_persons_and_decides_from_its_day() {
        assertThat(service.create(OFFICER, "/register/persons", "{\"id\":\"" + CADRE + "\",\"name\":\"冯敬之（演示）\",\"jurisdiction\":\"371000\",\"demonstration\":true}").status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentRegister.class).register().person(CADRE).isPresent());
        assertThat(service.create(DECIDER, "/candidates/" + CADRE + "/other-rules-consulted", "{\"rule\":\"党政领导干部选拔任用工作条例 第二十四条\",\"result\":\"无禁止情形\"}").status()).isEqualTo(200);
        service.read(NOBODY, "/policy/changes");
        LocalDate from = today.plusDays(10);
        String item = item(YEARS, from, "2", "YEARS", "威");
        JsonNode recorded = trial(from, null);
        String version = recorded.at("/trace/rulesVersion").asString();
        assertThat(recorded.at("/verdict").asString()).isEqualTo("NOT_MET");

        JsonNode impact = service.create(POLICY, "/policy-impacts", "{\"items\":[" + item + "]}").json();
        assertThat(impact.at("/differing").asLong()).isEqualTo(1);
        JsonNode difference = impact.at("/entries/0/differences/0");
        assertThat(impact.at("/entries/0/kind").asString()).isEqualTo("CANDIDACY");
        assertThat(impact.at("/entries/0/day").asString()).isEqualTo(from.toString());
        assertThat(difference.at("/question").asString()).isEqualTo("candidacy.priority-three-years");
        assertThat(difference.at("/before/zh").asString()).contains("连续三年优秀").doesNotContain("已公布的新值");
        assertThat(difference.at("/after/zh").asString()).contains("（已公布的新值：不少于 2（年），自 " + from + " 起，来源：威发〔2026〕3号）");

        String id = draft(item).id();
        String approval = "{\"approve\":true,\"reason\":\"核对无误\",\"impactSeen\":" + SEEN + "}";
        service.change(APPROVER, "/policy/changes/" + id + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\"}").isProblem(400, "malformed-request");
        service.change(actor(POLICY.person(), WEIHAI, Role.POLICY_ADMIN, Role.POLICY_APPROVER), "/policy/changes/" + id + "/review", 0, approval).isProblem(403, "own-case");
        service.change(POLICY, "/policy/changes/" + id + "/publication", 0, "").isProblem(409, "wrong-state");
        assertThat(service.change(APPROVER, "/policy/changes/" + id + "/review", 0, approval).status()).isEqualTo(200);
        assertThat(service.change(POLICY, "/policy/changes/" + id + "/publication", 1, "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !service.context.getBean(CurrentPolicy.class).snapshot().amounts(YEARS).isEmpty());

        JsonNode met = trial(from, null);
        assertThat(met.at("/verdict").asString()).isEqualTo("MET");
        assertThat(met.at("/trace/checks/0/why/zh").asString()).isEqualTo("2；不少于 2（年），自 " + from + " 起，来源：威发〔2026〕3号");
        assertThat(met.at("/trace/checks/0/clauses/0/quote").asString()).isEqualTo("年度考核连续两年优秀的");
        assertThat(trial(from.minusDays(1), null).at("/verdict").asString()).isEqualTo("NOT_MET");
        assertThat(trial(from, version)).isEqualTo(recorded);

        JsonNode shown = parameter();
        assertThat(shown.at("/clause/quote").asString()).startsWith("年度考核连续三年优秀");
        assertThat(shown.at("/givenIn").valueStream().map(unit -> unit.at("/id").asString())).containsExactly("YEARS");
        assertThat(shown.at("/periods").valueStream().map(period -> period.at("/value/text").asString())).containsExactly("3", "2");
        assertThat(shown.at("/periods/0/until").asString()).isEqualTo(from.minusDays(1).toString());
        assertThat(shown.at("/periods/1/from").asString()).isEqualTo(from.toString());
        assertThat(shown.at("/periods/1/source").asString()).isEqualTo("威发〔2026〕3号");
        assertThat(shown.at("/periods/1/stated/clause/quote").asString()).isEqualTo("年度考核连续两年优秀的");
        JsonNode cell = service.read(NOBODY, "/policy/comparison?question=candidacy.priority-three-years&asOf=" + from).json().at("/rows/0/cells").valueStream().filter(one -> one.at("/doc").asString().equals("威")).findFirst().orElseThrow();
        assertThat(cell.at("/says/zh").asString()).contains("已公布的新值：不少于 2（年）");
        assertThat(cell.at("/parameters/0/clause/quote").asString()).isEqualTo("年度考核连续两年优秀的");
        assertThat(service.read(NOBODY, "/policy/search?q=" + Running.path("连续两年优秀")).json().at("/items").valueStream().map(hit -> hit.at("/id").asString())).contains(YEARS);

        refused(item(YEARS, from, "1", "YEARS", "威"), "已公布，不得改写");
        assertThat(draft(item(YEARS, from.plusDays(1), "1", "YEARS", "威")).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("a number that is unknown, of another place, in another unit, unreadable, without its clause or of the past is refused with a sentence")
    void what_cannot_be_published_is_refused_when_it_is_drafted() {
        refused(item("PRO-99.weihai.years", today, "2", "YEARS", "威"), "没有编号为“PRO-99.weihai.years”的参数");
        refused(item("NEG-10.anhui.bar", today, "2", "YEARS", "皖"), "不由 371000 变更");
        refused(item("TRN-18.weihai.tenure", today, "2", "TIMES", "威"), "不能以“次”计");
        refused(item("TRN-18.weihai.tenure", today, "两年", "YEARS", "威"), "不是数量");
        refused(item("TRN-18.weihai.tenure", today, "2", "YEARS", "鲁"), "引用文件 威 的条款");
        refused(item("TRN-18.weihai.tenure", today.minusDays(1), "2", "YEARS", "威"), "变更不溯及既往");
        refused(item("TRN-18.weihai.tenure", today, "2", "YEARS", "威").replace(",\"quote\":\"年度考核连续两年优秀的\"", ""), "引用文件 威 的条款及其原文");
        refused(item("TRN-18.weihai.tenure", today, "2", "YEARS", "威").replace("\"bound\":\"AT_LEAST\",", ""), "不完整");
        Reply preview = service.create(POLICY, "/policy-impacts", "{\"items\":[" + item("TRN-18.weihai.tenure", today, "两年", "YEARS", "威") + "]}");
        preview.isProblem(400, "malformed-request");
        assertThat(preview.text("/messages/zh")).contains("“两年”不是数量");
    }
}
