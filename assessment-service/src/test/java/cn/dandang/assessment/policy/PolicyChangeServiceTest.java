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
import cn.dandang.contracts.ToleranceFact.OtherRuleConsulted;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.testing.Running;
import cn.dandang.kit.testing.Running.Reply;
import cn.dandang.kit.testing.TestBroker;
import cn.dandang.policy.PolicySnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Changing the rules over HTTP, in a service with ledger file and broker: drafts, impact, review, conflicts, and the setup of a place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyChangeServiceTest {
    private static final Actor APPROVER = actor("approver", WEIHAI, Role.POLICY_APPROVER);
    private static final Actor CENTRE = actor("policy-centre", "000000", Role.POLICY_ADMIN);
    private static final Actor CENTRE_APPROVER = actor("approver-centre", "000000", Role.POLICY_APPROVER);
    private static final Actor ANHUI = actor("policy-anhui", "340000", Role.POLICY_ADMIN);
    private static final Actor ANHUI_APPROVER = actor("approver-anhui", "340000", Role.POLICY_APPROVER);
    private static final String SEEN = "{\"assessment\":{\"asked\":3,\"differing\":1,\"position\":7},\"tolerance\":{\"asked\":0,\"differing\":0,\"position\":-1},\"incentive\":{\"asked\":\"2\",\"differing\":\"0\",\"position\":\"-1\"}}";

    @TempDir
    private static Path folder;
    private TestBroker broker;
    private Running service;
    private LocalDate today;

    @BeforeAll
    void start() throws Exception {
        broker = new TestBroker();
        service = new Running(AssessmentServiceApplication.class, "assessment", folder, broker, "--dandang.places.require-setup=true");
        today = service.context.getBean(BusinessClock.class).today();
        assertThat(service.create(OFFICER, "/register/persons", "{\"id\":\"" + CADRE + "\",\"name\":\"冯敬之（演示）\",\"jurisdiction\":\"371000\",\"demonstration\":true}").status()).isEqualTo(201);
        assertThat(service.create(actor("policy-shandong", "370000", Role.POLICY_ADMIN), "/policy/documents/" + Running.path("鲁") + "/dates",
                "{\"effectiveFrom\":\"2018-09-01\",\"source\":\"演示数据，非文件所载\",\"demonstration\":true}").status()).isEqualTo(201);
        known(policy -> policy.effectiveDate("鲁").isPresent());
        answered(POLICY, APPROVER);
        opened(POLICY, APPROVER);
    }

    /** Every pack is answered: not used. */
    private void answered(Actor admin, Actor approver) {
        String place = admin.jurisdiction();
        published(admin, approver, "逐项答复", PolicySnapshot.base().packs().stream().map(pack -> pack(pack.id(), place, today, false)).collect(Collectors.joining(",")));
        known(policy -> policy.packs().stream().allMatch(pack -> policy.packAnswer(pack.id(), place, today).isPresent()));
    }

    private void opened(Actor admin, Actor approver) {
        String place = admin.jurisdiction();
        assertThat(service.create(admin, "/policy/setup", "{\"jurisdiction\":\"" + place + "\",\"reason\":\"逐项答复完毕\",\"demonstration\":true}").status()).isEqualTo(201);
        assertThat(service.change(approver, "/policy/setup/" + place + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\"}").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).isOpened(place));
    }

    @AfterAll
    void stop() {
        service.close();
        broker.close();
    }

    private void known(Predicate<PolicySnapshot> what) {
        await().atMost(Duration.ofSeconds(20)).until(() -> what.test(service.context.getBean(CurrentPolicy.class).snapshot()));
    }

    private static String pack(String pack, String place, LocalDate from, boolean on) {
        return "{\"kind\":\"PACK\",\"target\":\"" + pack + "\",\"from\":\"" + from + "\",\"jurisdiction\":\"" + place + "\",\"basis\":\"本地经集体研究\",\"on\":" + on + "}";
    }

    private static String draft(String title, String place, String items) {
        return "{\"title\":\"" + title + "\",\"jurisdiction\":\"" + place + "\",\"reason\":\"逐项答复\",\"items\":[" + items + "]}";
    }

    private String drafted(Actor admin, String title, String items) {
        return service.create(admin, "/policy/changes", draft(title, admin.jurisdiction(), items)).id();
    }

    private String published(Actor admin, Actor approver, String title, String items) {
        String id = drafted(admin, title, items);
        assertThat(service.change(approver, "/policy/changes/" + id + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\",\"impactSeen\":" + SEEN + "}").status()).isEqualTo(200);
        assertThat(service.change(admin, "/policy/changes/" + id + "/publication", 1, "").status()).isEqualTo(200);
        return id;
    }

    private List<String> ids(String path) {
        return service.read(NOBODY, path).json().at("/items").valueStream().map(one -> one.at("/id").asString()).toList();
    }

    private JsonNode todo(Actor actor, String id) {
        return service.read(actor, "/todos").json().at("/items").valueStream().filter(one -> one.at("/id").asString().equals(id)).findFirst().orElse(null);
    }

    @Test
    @DisplayName("changes are listed, the newest first, by place and state; they wait for a second person, then for their publication")
    void changes_are_listed_and_wait_for_persons() {
        String first = drafted(POLICY, "启用公务员申诉规则包", pack("P10", WEIHAI, today.plusDays(9), true) + "," + pack("P11", WEIHAI, today.plusDays(5), false));
        String second = drafted(POLICY, "不启用", pack("P13", WEIHAI, today.plusDays(5), false));
        assertThat(ids("/policy/changes?jurisdiction=371000")).containsSubsequence(second, first);
        assertThat(ids("/policy/changes?jurisdiction=520000")).isEmpty();
        JsonNode row = service.read(NOBODY, "/policy/changes?state=DRAFTED").json().at("/items").valueStream().filter(one -> one.at("/id").asString().equals(first)).findFirst().orElseThrow();
        assertThat(row.at("/from").asString()).isEqualTo(today.plusDays(5).toString());
        assertThat(row.at("/items").asInt()).isEqualTo(2);
        assertThat(row.at("/draftedBy").asString()).isEqualTo(POLICY.person());
        assertThat(row.has("reviewedBy")).isFalse();

        assertThat(todo(APPROVER, first).at("/dueOn").asString()).isEqualTo(today.plusDays(5).toString());
        assertThat(todo(actor(POLICY.person(), WEIHAI, Role.POLICY_ADMIN, Role.POLICY_APPROVER), first)).isNull();
        assertThat(todo(ANHUI_APPROVER, first)).isNull();
        assertThat(service.change(APPROVER, "/policy/changes/" + first + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\",\"impactSeen\":" + SEEN + "}").status()).isEqualTo(200);
        assertThat(ids("/policy/changes?state=APPROVED&jurisdiction=371000")).contains(first).doesNotContain(second);
        assertThat(todo(POLICY, first).at("/kind").asString()).isEqualTo("policy-change-publication");
        assertThat(service.change(POLICY, "/policy/changes/" + first + "/publication", 1, "").status()).isEqualTo(200);
        assertThat(todo(POLICY, first)).isNull();
        assertThat(service.change(APPROVER, "/policy/changes/" + second + "/review", 0, "{\"approve\":false,\"reason\":\"理由不足\"}").status()).isEqualTo(200);
        assertThat(ids("/policy/changes?state=REJECTED&jurisdiction=371000")).contains(second);
        assertThat(service.read(NOBODY, "/policy/changes/" + first).text("/impactSeen/0/service")).isEqualTo("assessment");
    }

    @Test
    @DisplayName("nothing is approved by who does not say what he saw of its impact; the publication keeps who saw what")
    void an_approval_says_what_was_seen() {
        String id = drafted(POLICY, "启用", pack("P14", WEIHAI, today.plusDays(3), false));
        Reply refused = service.change(APPROVER, "/policy/changes/" + id + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\"}");
        refused.isProblem(400, "malformed-request");
        assertThat(refused.text("/messages/zh")).contains("影响");
        assertThat(service.change(APPROVER, "/policy/changes/" + id + "/review", 0, "{\"approve\":true,\"reason\":\"核对无误\",\"impactSeen\":" + SEEN + "}").status()).isEqualTo(200);
        assertThat(service.change(POLICY, "/policy/changes/" + id + "/publication", 1, "").status()).isEqualTo(200);
        JsonNode event = service.events("policy.change-published.v1").stream().filter(one -> one.at("/change").asString().equals(id)).findFirst().orElseThrow();
        assertThat(event.at("/preview/by").asString()).isEqualTo(APPROVER.person());
        assertThat(event.at("/preview/on").asString()).isEqualTo(today.toString());
        assertThat(event.at("/preview/seen").valueStream().map(one -> one.at("/service").asString())).containsExactly("assessment", "incentive", "tolerance");
    }

    @Test
    @DisplayName("the impact of a change on evaluations, flags and candidacies is told in words, and nothing is written")
    void the_impact_on_evaluations_flags_and_candidacies_is_told() {
        String evaluation = service.create(OFFICER, "/negative-evaluations", "{\"cadre\":\"" + CADRE + "\",\"factId\":\"" + UUID.randomUUID() + "\",\"kind\":\"ANNUAL\",\"judgement\":\"履职不到位\",\"source\":\"年度考核\"}").id();
        String flag = service.create(OFFICER, "/candidacy-flags", "{\"cadre\":\"" + CADRE + "\",\"factId\":\"" + UUID.randomUUID() + "\",\"reason\":\"待查\"}").id();
        assertThat(service.create(DECIDER, "/candidates/" + CADRE + "/other-rules-consulted", "{\"rule\":\"党政领导干部选拔任用工作条例 第二十四条\",\"result\":\"无禁止情形\"}").status()).isEqualTo(200);
        service.read(NOBODY, "/policy/changes");
        long before = service.ledger().head();

        JsonNode report = service.create(POLICY, "/policy-impacts", "{\"items\":[" + pack("P15", WEIHAI, today, true) + "]}").json();
        assertThat(report.at("/asked").asLong()).isGreaterThanOrEqualTo(3);
        JsonNode candidacy = report.at("/entries").valueStream().filter(one -> one.at("/kind").asString().equals("CANDIDACY")).findFirst().orElseThrow();
        assertThat(candidacy.at("/id").asString()).isEqualTo(CADRE);
        assertThat(candidacy.at("/open").asBoolean()).isTrue();
        JsonNode used = candidacy.at("/differences").valueStream().filter(one -> one.at("/question").asString().equals("pack.P15")).findFirst().orElseThrow();
        assertThat(used.at("/before/zh").asString()).isEqualTo("已答复不启用");
        assertThat(used.at("/after/zh").asString()).isEqualTo("已启用");
        assertThat(used.at("/name/zh").asString()).isNotBlank();

        String rule = """
                {"kind":"RULE","target":"effects.shandong.promotion-rank-title","from":"%s","jurisdiction":"370000","basis":"省委文件登记簿","answer":"NOT_STATED","modal":"NONE","saysZh":"不再载明。","saysEn":"No longer stated."}""".formatted(today.plusDays(1));
        JsonNode narrower = service.create(POLICY, "/policy-impacts", "{\"items\":[" + rule + "]}").json();
        JsonNode flagged = narrower.at("/entries").valueStream().filter(one -> one.at("/id").asString().equals(flag)).findFirst().orElseThrow();
        assertThat(flagged.at("/differences/0/question").asString()).isEqualTo("effects.promotion-rank-title");
        assertThat(flagged.at("/day").asString()).isEqualTo(today.plusDays(1).toString());
        assertThat(flagged.at("/differences/0/after/zh").asString()).contains("未载明");
        assertThat(narrower.at("/entries").valueStream().map(one -> one.at("/id").asString())).doesNotContain(evaluation);
        assertThat(service.create(ANHUI, "/policy-impacts", "{\"items\":[" + rule + "]}").json().at("/asked").asLong()).isZero();
        assertThat(service.ledger().head()).isEqualTo(before);
    }

    @Test
    @DisplayName("17.10: where a city and its province differ, it is reported and asked; a named official decides with a reason, and resolution follows")
    void a_conflict_is_reported_and_decided_by_a_named_official() {
        JsonNode open = conflict("tolerance.mitigation");
        assertThat(open.at("/city/doc").asString()).isEqualTo("威");
        assertThat(open.at("/province/doc").asString()).isEqualTo("鲁");
        assertThat(open.at("/province/jurisdiction").asString()).isEqualTo("370000");
        assertThat(open.at("/city/says/zh").asString()).isNotEqualTo(open.at("/province/says/zh").asString());
        assertThat(open.at("/province/clauses")).isNotEmpty();
        assertThat(open.has("decision")).isFalse();
        assertThat(service.read(POLICY, "/todos").json().at("/items").valueStream().filter(one -> one.at("/kind").asString().equals("policy-conflict"))).isNotEmpty();

        service.create(APPROVER, "/policy/conflicts/tolerance.mitigation/decision", "{\"jurisdiction\":\"371000\",\"chosen\":\"UPPER\",\"reason\":\"下位服从上位\"}").isProblem(403, "forbidden-role");
        service.create(POLICY, "/policy/conflicts/rectification.follow-up/decision", "{\"jurisdiction\":\"371000\",\"chosen\":\"UPPER\",\"reason\":\"没有不一致\"}").isProblem(404, "not-found");
        service.create(POLICY, "/policy/conflicts/tolerance.mitigation/decision", "{\"jurisdiction\":\"371000\",\"chosen\":\"UPPER\",\"reason\":\" \"}").isProblem(400, "malformed-request");
        assertThat(service.create(POLICY, "/policy/conflicts/tolerance.mitigation/decision", "{\"jurisdiction\":\"371000\",\"chosen\":\"UPPER\",\"reason\":\"下位服从上位\"}").status()).isEqualTo(201);
        known(policy -> policy.confirmed("conflict.tolerance.mitigation", WEIHAI, today).isPresent());
        JsonNode decision = conflict("tolerance.mitigation").at("/decision");
        assertThat(decision.at("/by").asString()).isEqualTo(POLICY.person());
        assertThat(decision.at("/chosen").asString()).isEqualTo("UPPER");
        assertThat(decision.at("/reason").asString()).isEqualTo("下位服从上位");
        assertThat(service.context.getBean(CurrentPolicy.class).snapshot().resolve("tolerance.mitigation", WEIHAI, today).citations()).anySatisfy(clause -> assertThat(clause.document()).isEqualTo("鲁"));
    }

    private JsonNode conflict(String question) {
        return service.read(NOBODY, "/policy/conflicts?jurisdiction=371000").json().at("/items").valueStream().filter(one -> one.at("/question").asString().equals(question)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("a published value of a parameter stands beside the one before it, each with its first day and source")
    void a_published_value_is_shown_with_its_day() {
        String value = """
                {"kind":"PARAMETER","target":"P10.review-decision","from":"%s","jurisdiction":"000000","basis":"法律修订文本","value":"20","unit":"CALENDAR_DAYS"}""".formatted(today.plusDays(30));
        published(CENTRE, CENTRE_APPROVER, "复核期限", value);
        known(policy -> !policy.versions("P10.review-decision").isEmpty());
        JsonNode periods = service.read(NOBODY, "/policy/parameters").json().at("/items").valueStream().filter(one -> one.at("/id").asString().equals("P10.review-decision")).findFirst().orElseThrow().at("/periods");
        assertThat(periods).hasSizeGreaterThanOrEqualTo(2);
        JsonNode last = periods.get(periods.size() - 1);
        assertThat(last.at("/from").asString()).isEqualTo(today.plusDays(30).toString());
        assertThat(last.at("/source").asString()).isEqualTo("法律修订文本");
        assertThat(last.at("/value/text").asString()).isEqualTo("20");
        assertThat(periods.get(0).at("/value/text").asString()).isNotEqualTo("20");
    }

    @Test
    @DisplayName("P-27: a gap shows which other rules persons of the place looked at, counted, with no person and no case")
    void a_gap_shows_which_rules_were_looked_at() {
        String rule = "干部任用条例（" + UUID.randomUUID() + "）";
        for (int i = 0; i < 2; i++) {
            assertThat(service.create(DECIDER, "/candidates/" + CADRE + "/other-rules-consulted", "{\"rule\":\"" + rule + "\",\"result\":\"无禁止情形\"}").status()).isEqualTo(200);
        }
        JsonNode gap = service.read(NOBODY, "/policy/gaps?jurisdiction=371000").json().at("/questions").valueStream().filter(one -> one.at("/question").asString().startsWith("candidacy.")).findFirst().orElseThrow();
        JsonNode looked = gap.at("/consulted").valueStream().filter(one -> one.at("/rule").asString().equals(rule)).findFirst().orElseThrow();
        assertThat(looked.at("/count").asInt()).isEqualTo(2);
        assertThat(looked.at("/last").asString()).isEqualTo(today.toString());
        assertThat(gap.at("/consulted").toString()).doesNotContain(CADRE);
        assertThat(service.read(NOBODY, "/policy/gaps?jurisdiction=340000").json().toString()).doesNotContain(rule);

        String remedy = "公务员法 第九十五条（" + UUID.randomUUID() + "）";
        String root = UUID.randomUUID().toString();
        broker.publish("tolerance", new OtherRuleConsulted(root, "371000", remedy, today));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode silent = gap("appeal.local");
            assertThat(silent.at("/consulted").valueStream().map(one -> one.at("/rule").asString())).contains(remedy);
            assertThat(silent.toString()).doesNotContain(root);
        });
    }

    private JsonNode gap(String question) {
        return service.read(NOBODY, "/policy/gaps?jurisdiction=371000").json().at("/questions").valueStream().filter(one -> one.at("/question").asString().equals(question)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("every signed-in user reads the rules; changing them is for the policy administrator with a second approver, order by order")
    void everybody_reads_and_two_persons_change() {
        List<Actor> readers = List.of(NOBODY, OFFICER, DECIDER, actor(CADRE, WEIHAI, Role.CADRE), actor("awards", WEIHAI, Role.BENEFITS_OFFICER), actor("auditor", "000000", Role.AUDITOR), POLICY, APPROVER);
        String change = drafted(POLICY, "启用", pack("P6", WEIHAI, today.plusDays(3), false));
        List<String> pages = List.of("/policy/documents", "/policy/readings", "/policy/packs", "/policy/changes", "/policy/changes/" + change, "/policy/conflicts", "/policy/setup", "/policy/questions",
                "/policy/comparison?question=appeal.local", "/policy/gaps", "/policy/parameters", "/policy/mechanisms", "/policy/mechanisms/ASM-52", "/policy/documents/" + Running.path("威") + "/clauses",
                "/policy/search?q=" + Running.path("容错"), "/policy/questions/appeal.local/inputs?jurisdiction=371000");
        for (String page : pages) {
            service.call("GET", null, page, null).isProblem(401, "not-signed-in");
            readers.forEach(reader -> assertThat(service.get(reader, page).status()).as(page + " by " + reader.roles()).isEqualTo(200));
        }

        String items = "{\"items\":[" + pack("P6", WEIHAI, today.plusDays(3), false) + "]}";
        String approval = "{\"approve\":true,\"reason\":\"核对无误\",\"impactSeen\":" + SEEN + "}";
        record Order(String path, String body, Role role) {}
        List<Order> orders = List.of(new Order("/policy/changes", draft("启用", WEIHAI, pack("P6", WEIHAI, today.plusDays(3), false)), Role.POLICY_ADMIN),
                new Order("/policy/changes/" + change + "/review", approval, Role.POLICY_APPROVER), new Order("/policy/changes/" + change + "/publication", "", Role.POLICY_ADMIN),
                new Order("/policy/documents/" + Running.path("威") + "/dates", "{\"effectiveFrom\":\"2019-02-01\",\"source\":\"登记簿\",\"demonstration\":true}", Role.POLICY_ADMIN),
                new Order("/policy/readings/weihai.feedback/confirmations", "{\"jurisdiction\":\"371000\",\"choice\":\"applies\",\"reason\":\"依据上级意见\",\"demonstration\":true}", Role.POLICY_ADMIN),
                new Order("/policy/conflicts/opening.decider/decision", "{\"jurisdiction\":\"371000\",\"chosen\":\"OWN\",\"reason\":\"按本级\"}", Role.POLICY_ADMIN),
                new Order("/policy/setup", "{\"jurisdiction\":\"371000\",\"reason\":\"启用\"}", Role.POLICY_ADMIN), new Order("/policy/setup/371000/review", "{\"approve\":true,\"reason\":\"核对无误\"}", Role.POLICY_APPROVER));
        // of the streams that exist in another version than their first: what is stale is refused before anybody's role is looked at
        Map<String, Long> versions = Map.of("/policy/setup/371000/review", 1L);
        for (Order order : orders) {
            long version = versions.getOrDefault(order.path(), 0L);
            service.call("POST", null, order.path(), order.body(), "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"0\"").isProblem(401, "not-signed-in");
            for (Actor reader : readers) {
                if (!reader.has(order.role())) {
                    service.change(reader, order.path(), version, order.body()).isProblem(403, "forbidden-role");
                }
            }
            // the right role in another place is not enough
            service.change(actor("elsewhere", "340000", order.role()), order.path(), version, order.body()).isProblem(403, "wrong-jurisdiction");
        }
        for (Actor reader : readers) {
            if (!reader.has(Role.POLICY_ADMIN) && !reader.has(Role.POLICY_APPROVER) && !reader.has(Role.AUDITOR)) {
                service.create(reader, "/policy-impacts", items).isProblem(403, "forbidden-role");
            }
        }
        // who drafted it does not approve it, whatever roles he holds
        service.change(actor(POLICY.person(), WEIHAI, Role.POLICY_ADMIN, Role.POLICY_APPROVER), "/policy/changes/" + change + "/review", 0, approval).isProblem(403, "own-case");
        assertThat(service.get(NOBODY, "/policy/changes/" + change).text("/state")).isEqualTo("DRAFTED");
    }

    @Test
    @DisplayName("a place is opened for real use when each pack is answered, off with a named person and a reason, by two officials")
    void a_place_is_set_up_and_opened() {
        JsonNode before = service.read(NOBODY, "/policy/setup?jurisdiction=340000").json();
        assertThat(before.at("/ready").asBoolean()).isFalse();
        assertThat(before.has("opened")).isFalse();
        assertThat(before.at("/undated").valueStream().map(one -> one.at("/doc").asString())).containsExactly("皖");
        List<String> packs = before.at("/unanswered").valueStream().map(one -> one.at("/pack").asString()).toList();
        assertThat(packs).contains("P1", "P2", "P6", "P8", "P10", "P11", "P13", "P14", "P15", "P16");
        String opening = "{\"jurisdiction\":\"340000\",\"reason\":\"逐项答复完毕\",\"demonstration\":true}";
        Reply refused = service.create(ANHUI, "/policy/setup", opening);
        refused.isProblem(409, "wrong-state");
        assertThat(packs).allSatisfy(pack -> assertThat(refused.text("/messages/zh")).contains(pack + "《"));

        service.create(ANHUI, "/policy/changes", draft("不启用", "340000", pack("P1", "340000", today, false).replace("本地经集体研究", ""))).isProblem(400, "malformed-request");
        Actor officer = actor("anhui-officer", "340000", Role.ORG_OFFICER);
        String cadre = "0195d3a0-0003-7200-8000-000000000001";
        assertThat(service.create(officer, "/register/persons", "{\"id\":\"" + cadre + "\",\"name\":\"蒋明德（演示）\",\"jurisdiction\":\"340000\",\"demonstration\":true}").status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentRegister.class).register().person(cadre).isPresent());
        String evaluation = "{\"cadre\":\"" + cadre + "\",\"factId\":\"" + UUID.randomUUID() + "\",\"kind\":\"ANNUAL\",\"judgement\":\"履职不到位\",\"source\":\"年度考核\"}";
        long head = service.ledger().head();
        Reply held = service.create(officer, "/negative-evaluations", evaluation, "Idempotency-Key", "kept-for-later");
        held.isProblem(409, "place-not-opened");
        assertThat(held.text("/messages/zh")).contains("340000").contains("尚未启用");
        assertThat(service.ledger().head()).isEqualTo(head);
        answered(ANHUI, ANHUI_APPROVER);
        JsonNode ready = service.read(NOBODY, "/policy/setup?jurisdiction=340000").json();
        assertThat(ready.at("/ready").asBoolean()).isTrue();
        assertThat(service.create(ANHUI, "/policy/setup", opening).status()).isEqualTo(201);
        assertThat(service.read(ANHUI_APPROVER, "/todos").json().at("/items").valueStream().map(one -> one.at("/kind").asString())).contains("place-opening-review");
        service.change(ANHUI, "/policy/setup/340000/review", 0, "{\"approve\":true,\"reason\":\"核对无误\"}").isProblem(403, "forbidden-role");
        assertThat(service.change(ANHUI_APPROVER, "/policy/setup/340000/review", 0, "{\"approve\":true,\"reason\":\"核对无误\"}").status()).isEqualTo(200);
        JsonNode opened = service.read(NOBODY, "/policy/setup?jurisdiction=340000").json();
        assertThat(opened.at("/opened/by").asString()).isEqualTo(ANHUI_APPROVER.person());
        assertThat(opened.at("/opened/demonstration").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).isOpened("340000"));
        // nothing is lost by the refusal: the same request, with the same key, is taken now
        assertThat(service.create(officer, "/negative-evaluations", evaluation, "Idempotency-Key", "kept-for-later").status()).isEqualTo(201);
    }
}
