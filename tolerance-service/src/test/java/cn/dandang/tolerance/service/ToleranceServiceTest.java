package cn.dandang.tolerance.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.service.RunningService.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ToleranceServiceTest {
    @TempDir
    private static Path folder;
    private RunningService service;

    @BeforeAll
    void start() throws Exception {
        service = new RunningService(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String fact(Place place) {
        return fact(place, "2024-04-01");
    }

    private String fact(Place place, String happenedOn) {
        return service.create(place.investigator(), "/facts", """
                {"what":"汛情之夜开挖分洪渠，泵房未清空","where":"城东泵站（演示）","happenedOn":"%s","cadre":"%s"}""".formatted(happenedOn, place.cadre())).ok(201).id();
    }

    private String accountability(Place place, String factId) {
        return service.create(place.investigator(), "/accountability-cases", """
                {"cadre":"%s","unit":"%s","factId":"%s","body":"%s","proposedMeasure":"诫勉"}""".formatted(place.cadre(), place.bureau(), factId, place.body())).ok(201).id();
    }

    /** A tolerance case that opened together with accountability. */
    private String opened(Place place) {
        return opened(place, fact(place));
    }

    private String opened(Place place, String factId) {
        String accountability = "/accountability-cases/" + accountability(place, factId);
        service.version(accountability);
        String id = service.get(place.investigator(), accountability).ok(200).text("/toleranceCase");
        assertThat(id).isNotBlank();
        return "/tolerance-cases/" + id;
    }

    private void findAll(Place place, String thing, Map<String, String> but) {
        for (JsonNode group : service.get(place.investigator(), thing + "/assessment").ok(200).json().at("/groups")) {
            for (JsonNode item : group.at("/items")) {
                String id = item.at("/itemId").asString();
                String usual = group.at("/kind").asString().equals("ELEMENT") ? "GOOD_POLE"
                        : place == Place.WEIHAI && id.startsWith("weihai.situation.") && !id.endsWith(".6") ? "NOT_MET" : "MET";
                service.order(place.investigator(), thing, "findings", """
                        {"itemId":"%s","result":"%s","evidence":["值班记录与电话记录"]}""".formatted(id, but.getOrDefault(id, usual))).ok(200);
            }
        }
    }

    private String ready(Place place, Map<String, String> but) {
        String thing = opened(place);
        findAll(place, thing, but);
        service.order(place.himself(), thing, "statements", "{\"text\":\"情况紧急，已事先电话请示，次日书面报告。\"}").ok(200);
        return thing;
    }

    private String decision(Place place, String outcome, String rest) {
        return """
                {"outcome":"%s","subjects":["PERSON"],"meeting":{"date":"%s","members":["%s","%s"],"recused":[],"minutesNumber":"纪要〔2026〕5号"},"reasons":"经集体研究"%s}"""
                .formatted(outcome, service.today(), place.decider().person(), place.decider2().person(), rest);
    }

    private String exemption(Place place) {
        String groups = String.join(",", List.of(EffectGroup.values()).stream().map(group -> "\"" + group + "\"").toList());
        return decision(place, "EXEMPT", """
                ,"effectGroups":[%s],"leftOut":[],"correction":{"items":["清空泵房"],"demands":"完善预案","limit":"%s"}""".formatted(groups, service.today().plusDays(30)));
    }

    @Test
    @Order(1)
    @DisplayName("without a confirmed reading Weihai's check ends as a question to a person; on Weihai's own clauses exemption and correction work")
    void weihai_without_confirmations_asks() {
        Place weihai = Place.WEIHAI;
        String accountability = accountability(weihai, fact(weihai));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(service.get(weihai.decider(), "/questions?state=OPEN").ok(200).json().at("/items"))
                .as(() -> "conclusions " + service.get(RunningService.auditor(), "/ledger/export").response().body() + " facts " + service.facts()).hasSize(1));
        JsonNode question = service.get(weihai.decider(), "/questions?state=OPEN").json().at("/items/0");
        assertThat(question.at("/reading").asString()).isEqualTo("weihai.check-opens-with-accountability");
        assertThat(question.at("/ownClauses/0/place").asString()).isEqualTo("威·四·11");
        assertThat(question.at("/upperClauses/0/place").asString()).isEqualTo("鲁·三·2");
        service.order(weihai.decider(), "/questions/" + question.at("/id").asString(), "answer", "{\"accept\":true,\"reason\":\"应当核实\"}", question.at("/version").asLong(), "answer-1").ok(200);
        service.version("/accountability-cases/" + accountability);
        String thing = "/tolerance-cases/" + service.get(weihai.investigator(), "/accountability-cases/" + accountability).text("/toleranceCase");

        findAll(weihai, thing, Map.of());
        service.order(weihai.investigator(), thing, "statements", "{\"declined\":true}").ok(200);
        Reply decided = service.order(weihai.decider(), thing, "decision", exemption(weihai)).ok(200);
        JsonNode page = service.read(weihai.decider(), thing, decided).ok(200).json();
        assertThat(page.at("/decision/ground/support").asString()).isEqualTo("OWN");
        assertThat(page.at("/effects")).anySatisfy(effect -> {
            assertThat(effect.at("/kind").asString()).isEqualTo("ANNUL_NEGATIVE_EVALUATION");
            assertThat(effect.at("/acts").asString()).isEqualTo("ASK_A_PERSON");
        });
        // the duty to explain is inherited too: asked
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(service.get(weihai.decider(), "/questions?state=OPEN").json().at("/items")).hasSize(1));
    }

    @Test
    @Order(2)
    @DisplayName("威·四·11: where no check is open, a situation found opens the case on Weihai's own clause")
    void a_situation_found_opens_the_case() {
        Place weihai = Place.WEIHAI;
        String thing = "/accountability-cases/" + accountability(weihai, fact(weihai));
        service.order(weihai.investigator(), thing, "situations-found", "{\"itemId\":\"weihai.situation.6\",\"evidence\":[\"电话记录\"]}").ok(200);
        service.version(thing);
        String found = service.get(weihai.investigator(), thing).text("/toleranceCase");
        JsonNode page = service.get(weihai.investigator(), "/tolerance-cases/" + found).ok(200).json();
        assertThat(page.at("/state").asString()).isEqualTo("VERIFYING");
        assertThat(page.at("/ground/support").asString()).isEqualTo("OWN");
    }

    @Test
    @Order(3)
    @DisplayName("T-01 over HTTP: the flood night in Weihai, exempted with correction; published per subject, nothing of papers or evidence")
    void the_flood_night() {
        service.confirmWeihai();
        Place weihai = Place.WEIHAI;
        String thing = ready(weihai, Map.of());
        JsonNode assessment = service.get(weihai.decider(), thing + "/assessment").ok(200).json();
        assertThat(assessment.at("/missing")).isEmpty();
        assertThat(assessment.at("/dates")).anySatisfy(date -> assertThat(date.at("/source").asString()).contains("非文件所载"));
        assertThat(assessment.toString()).doesNotContain("proposal", "recommended");
        assertThat(acts(weihai.decider(), thing, "decision").at("/allowed").asBoolean()).isTrue();
        assertThat(acts(weihai.investigator(), thing, "decision").at("/allowed").asBoolean()).isFalse();
        assertThat(acts(weihai.investigator(), thing, "decision").at("/reason/zh").asString()).isNotBlank();
        service.version(thing);
        assertThat(kinds(weihai.decider())).contains("DECIDE");

        String both = exemption(weihai).replace("[\"PERSON\"]", "[\"PERSON\",\"UNIT\"]");
        Reply decided = service.order(weihai.decider(), thing, "decision", both).ok(200);
        JsonNode page = service.read(weihai.himself(), thing, decided).ok(200).json();
        assertThat(page.at("/state").asString()).isEqualTo("GRANTED");
        assertThat(page.at("/cadre/name").asString()).isEqualTo("高致远（演示）");
        assertThat(page.at("/fact/what").asString()).contains("分洪渠");
        assertThat(page.at("/findings/0/evidence/0").asString()).isEqualTo("值班记录与电话记录");
        assertThat(page.at("/duties")).anySatisfy(duty -> assertThat(duty.at("/kind").asString()).isEqualTo("EXPLAIN_CORRECTION"));
        String task = "/rectification-tasks/" + page.at("/decision/rectificationTask").asString();
        assertThat(service.get(weihai.himself(), task).ok(200).text("/state")).isEqualTo("IN_PROGRESS");
        assertThat(kinds(weihai.himself())).contains("CORRECT");

        String id = page.at("/id").asString();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<ToleranceFact.ToleranceGranted> granted = service.factsOf(ToleranceFact.ToleranceGranted.class, fact -> fact.toleranceCase().equals(id));
            assertThat(granted).extracting(ToleranceFact.ToleranceGranted::subjectId).containsExactly(weihai.cadre(), weihai.bureau());
            assertThat(granted).allSatisfy(fact -> {
                assertThat(fact.rootCase()).isEqualTo(page.at("/accountabilityCase").asString());
                assertThat(fact.postLevel()).isEqualTo("COUNTY_DEPUTY");
                assertThat(fact.effectGroups()).containsExactly(EffectGroup.values());
            });
        });

        // the same fact cannot be held against him again; accountability ends without a measure
        service.create(weihai.investigator(), "/accountability-cases", """
                {"cadre":"%s","unit":"%s","factId":"%s","body":"%s"}""".formatted(weihai.cadre(), weihai.bureau(), page.at("/factId").asString(), weihai.body())).problem(422, "refused-by-rule");
        String accountability = "/accountability-cases/" + page.at("/accountabilityCase").asString();
        service.order(weihai.decider(), accountability, "conclusion", "{\"measure\":\"诫勉\",\"reason\":\"x\"}").problem(422, "refused-by-rule");
        service.order(weihai.decider(), accountability, "conclusion", "{\"reason\":\"已予免责\"}").ok(200);
    }

    @Test
    @Order(5)
    @DisplayName("who looks at a list of cases, appeals or corrections is on record with the filter and how many he was shown; to-dos and questions are not")
    void looks_at_lists_are_on_record() {
        Place shandong = Place.SHANDONG;
        opened(shandong);
        Actor reader = shandong.investigator();
        for (String list : List.of("/tolerance-cases?cadre=" + shandong.cadre() + "&limit=1", "/accountability-cases", "/appeals", "/rectification-tasks?state=IN_PROGRESS")) {
            int shown = service.get(reader, list).ok(200).json().at("/items").size();
            JsonNode look = lastRead();
            assertThat(look.at("/what").asString()).isEqualTo("/api/tolerance/v1" + list);
            assertThat(look.at("/person").asString()).isEqualTo(reader.person());
            assertThat(look.at("/rows").asInt(-1)).as(list).isEqualTo(shown);
        }
        service.get(reader, "/todos").ok(200);
        service.get(reader, "/questions?state=OPEN").ok(200);
        assertThat(lastRead().at("/what").asString()).startsWith("/api/tolerance/v1/rectification-tasks");
        service.get(reader, "/tolerance-cases?cadre=" + URLEncoder.encode("高致远", StandardCharsets.UTF_8)).ok(200);
        assertThat(lastRead().at("/what").asString()).as("opened for the auditor").isEqualTo("/api/tolerance/v1/tolerance-cases?cadre=高致远");
        assertThat(service.get(RunningService.auditor(), "/reads/export").response().body()).doesNotContain("高致远");
    }

    @Test
    @Order(5)
    @DisplayName("who asks for a part of a case by its address alone is on record; what a page loads right after its case is one look with it; a preview of a change shows cases, too")
    void looks_at_parts_are_on_record() {
        Place shandong = Place.SHANDONG;
        String factId = fact(shandong);
        String thing = opened(shandong, factId);
        Actor reader = shandong.decider();
        String accountability = service.get(reader, thing).ok(200).text("/accountabilityCase");
        // in another office the same person was shown nothing yet
        Actor elsewhere = new Actor(reader.person(), "office-other", reader.unit(), reader.jurisdiction(), reader.roles());
        for (String part : List.of(thing + "/assessment", thing + "/remedies", thing + "/acts", "/accountability-cases/" + accountability + "/acts")) {
            service.get(elsewhere, part).ok(200);
            assertThat(lastRead().at("/what").asString()).isEqualTo("/api/tolerance/v1" + part);
            assertThat(lastRead().at("/office").asString()).isEqualTo("office-other");
        }
        service.get(elsewhere, thing).ok(200);
        for (String part : List.of("/assessment", "/remedies", "/acts")) {
            service.get(elsewhere, thing + part).ok(200);
        }
        assertThat(lastRead().at("/what").asString()).isEqualTo("/api/tolerance/v1" + thing);

        Actor policy = new Actor("policy", "office-policy", "unit", shandong.code, Set.of(Role.POLICY_ADMIN));
        service.create(policy, "/policy-impacts", "{\"items\":[]}").problem(400, "malformed-request");
        assertThat(lastRead().at("/what").asString()).isEqualTo("/api/tolerance/v1/policy-impacts");
        assertThat(lastRead().at("/person").asString()).isEqualTo("policy");
    }

    /** The last look but those of the auditor who asks for them. */
    private JsonNode lastRead() {
        long size = service.get(RunningService.auditor(), "/reads?limit=1").ok(200).json().at("/size").asLong();
        JsonNode reads = service.get(RunningService.auditor(), "/reads?limit=500&from=" + Math.max(0, size - 400)).ok(200).json();
        assertThat(reads.has("next")).isFalse();
        return reads.at("/items").valueStream().filter(read -> !read.at("/person").asString().equals(RunningService.auditor().person())).toList().getLast();
    }

    private JsonNode acts(Actor actor, String thing, String act) {
        for (JsonNode one : service.get(actor, thing + "/acts").ok(200).json()) {
            if (one.at("/act").asString().equals(act)) {
                return one;
            }
        }
        throw new AssertionError("No act " + act);
    }

    private List<String> kinds(Actor actor) {
        return service.get(actor, "/todos").ok(200).json().at("/items").valueStream().map(todo -> todo.at("/kind").asString()).toList();
    }

    @Test
    @Order(4)
    @DisplayName("R-15: selector, assessor and awarder get the same 403 for every address, whatever exists")
    void roles_that_select_learn_nothing() {
        String thing = opened(Place.WEIHAI);
        for (Role role : List.of(Role.ORG_DECIDER, Role.ORG_OFFICER, Role.BENEFITS_OFFICER, Role.POLICY_ADMIN)) {
            Actor outsider = new Actor("outsider", "office", "organisation", "371000", Set.of(role));
            for (String path : List.of(thing, "/tolerance-cases/" + UUID.randomUUID(), "/tolerance-cases/no-uuid", "/tolerance-cases", thing + "/acts", thing + "/assessment", thing + "/remedies",
                    "/rectification-tasks", "/appeals", "/accountability-cases", "/appeals/" + UUID.randomUUID())) {
                Reply reply = service.get(outsider, path).problem(403, "forbidden-role");
                assertThat(reply.text("/detail")).isEqualTo(service.get(outsider, "/tolerance-cases/" + UUID.randomUUID()).text("/detail"));
            }
            for (String path : List.of(thing, "/tolerance-cases/" + UUID.randomUUID())) {
                service.order(outsider, path, "findings", "{\"itemId\":\"distinction.1\",\"result\":\"MET\",\"evidence\":[\"x\"]}", 0, UUID.randomUUID().toString()).problem(403, "forbidden-role");
            }
            assertThat(service.get(outsider, "/todos").ok(200).json().at("/items")).isEmpty();
        }
        // another cadre, another unit: as if it did not exist
        Actor other = new Actor("another", "office", "another-unit", "371000", Set.of(Role.CADRE));
        service.get(other, thing).problem(404, "not-found");
        service.get(other, "/tolerance-cases/" + UUID.randomUUID()).problem(404, "not-found");
        service.get(Place.WEIHAI.himself(), thing).ok(200);
        service.get(Place.WEIHAI.party(), thing).ok(200);
        service.get(RunningService.auditor(), thing).ok(200);
        service.get(Place.ANHUI.decider(), thing).problem(403, "wrong-jurisdiction");
    }

    @Test
    @Order(5)
    @DisplayName("refusals over HTTP: state, version, key, input, role, place, own case, recusal; none writes an event")
    void refusals_write_nothing() {
        Place weihai = Place.WEIHAI;
        String thing = opened(weihai);
        long recorded = service.recordedByOrder();
        long version = service.version(thing);
        String finding = "{\"itemId\":\"distinction.1\",\"result\":\"MET\",\"evidence\":[\"x\"]}";

        service.order(weihai.decider(), thing, "findings", finding).problem(403, "forbidden-role");
        service.order(Place.ANHUI.investigator(), thing, "findings", finding).problem(403, "wrong-jurisdiction");
        service.order(new Actor(weihai.cadre(), "o", weihai.body(), "371000", Set.of(Role.DISCIPLINE_OFFICER)), thing, "findings", finding).problem(403, "own-case");
        service.order(weihai.decider(), thing, "decision", exemption(weihai)).problem(422, "refused-by-rule");
        service.order(weihai.decider(), thing, "refusal-explanation", "{\"text\":\"x\"}").problem(409, "wrong-state");
        service.order(weihai.investigator(), thing, "findings", finding, version + 7, "k1").problem(412, "stale-version");
        service.call("POST", thing + "/findings", finding, Map.of()).problem(401, "not-signed-in");
        service.order(weihai.investigator(), thing, "findings", "{\"itemId\":\"\",\"result\":\"MET\"}").problem(400, "malformed-request");
        service.order(weihai.investigator(), thing, "findings", "{\"itemId\":\"distinction.1\",\"result\":\"SURE\"}").problem(400, "malformed-request");
        service.order(weihai.investigator(), thing, "findings", "{").problem(400, "malformed-request");
        service.order(weihai.investigator(), "/tolerance-cases/" + UUID.randomUUID(), "findings", finding, 0, "k2").problem(404, "not-found");
        service.create(weihai.investigator(), thing + "/findings", finding).problem(428, "precondition-required");
        service.create(weihai.investigator(), "/facts", "{\"what\":\"x\",\"where\":\"y\",\"happenedOn\":\"2024-01-01\"}", "").problem(400, "malformed-request");
        service.order(weihai.investigator(), thing, "red-line-findings", """
                {"line":"GAIN","gain":{"beneficiary":"SELF","reference":"x"},"evidence":["x"],"secondInvestigator":"%s","shownToCadre":true}""".formatted(weihai.investigator2().person()))
                .problem(422, "refused-by-rule");
        assertThat(service.recordedByOrder()).isEqualTo(recorded);

        Reply first = service.order(weihai.investigator(), thing, "findings", finding, version, "same").ok(200);
        Reply again = service.order(weihai.investigator(), thing, "findings", finding, version, "same").ok(200);
        assertThat(again.position()).isEqualTo(first.position());
        service.order(weihai.investigator(), thing, "findings", finding.replace("MET", "NEAR"), version, "same").problem(409, "idempotency-conflict");

        service.order(weihai.himself(), thing, "recusals", "{\"person\":\"%s\",\"ground\":\"亲属关系\"}".formatted(weihai.investigator().person())).ok(200);
        service.version(thing);
        JsonNode recusal = service.get(weihai.decider(), thing).json().at("/recusals/0");
        service.order(weihai.decider(), thing, "recusals/" + recusal.at("/id").asString() + "/decision", "{\"granted\":true,\"reason\":\"属实\"}", service.version(thing), "rec").ok(200);
        service.order(weihai.investigator(), thing, "findings", finding).problem(403, "recused");
    }

    @Test
    @Order(6)
    @DisplayName("红线: found by two investigators after the statement; no exemption while it stands; withdrawn, evaluated again")
    void a_red_line_over_http() {
        Place weihai = Place.WEIHAI;
        String thing = ready(weihai, Map.of());
        service.order(weihai.investigator(), thing, "red-line-findings", """
                {"line":"EXPRESS_PROHIBITION","clause":{"rule":"防洪法","place":"第二十二条","words":"禁止","number":"主席令第88号","date":"1997-08-29"},"evidence":["现场照片"],
                 "secondInvestigator":"%s","shownToCadre":true}""".formatted(weihai.investigator2().person())).ok(200);
        service.order(weihai.decider(), thing, "decision", exemption(weihai)).problem(422, "refused-by-rule");
        JsonNode page = service.get(weihai.decider(), thing).ok(200).json();
        assertThat(page.at("/state").asString()).isEqualTo("RED_LINE");
        service.order(weihai.decider(), thing, "decision", decision(weihai, "REFUSE", "")).ok(200);
        service.order(weihai.investigator(), thing, "red-line-findings/" + page.at("/redLines/0/id").asString() + "/withdrawal", "{\"reason\":\"新证据\"}", service.version(thing), "w").ok(200);
        service.order(weihai.decider(), thing, "decision", exemption(weihai)).ok(200);
    }

    @Test
    @Order(7)
    @DisplayName("T-03 over HTTP: Shandong takes the paper into the check; T-05: Weihai's question of remedies ends with OtherRuleConsulted")
    void shandong_paper_and_weihai_remedies() {
        Place shandong = Place.SHANDONG;
        String factId = fact(shandong);
        String accountability = accountability(shandong, factId);
        Reply paper = service.create(shandong.himself(), "/tolerance-cases", """
                {"accountabilityCase":"%s","factId":"%s","cadre":"%s","unit":"%s","applicant":"CADRE","grounds":"请予容错"}""".formatted(accountability, factId, shandong.cadre(), shandong.bureau())).ok(201);
        assertThat(paper.text("/treatment")).isEqualTo("ATTACHED_PAPER");
        JsonNode page = service.read(shandong.himself(), "/tolerance-cases/" + paper.id(), paper).ok(200).json();
        assertThat(page.at("/start").asString()).isEqualTo("EX_OFFICIO");
        assertThat(page.at("/papers/0/note/zh").asString()).contains("未载明");

        Place weihai = Place.WEIHAI;
        String thing = ready(weihai, Map.of("weihai.situation.6", "NOT_MET"));
        service.order(weihai.decider(), thing, "decision", decision(weihai, "REFUSE", "")).ok(200);
        Reply asked = service.order(weihai.himself(), thing, "appeals", "{\"text\":\"不服\"}").ok(200);
        assertThat(asked.text("/treatment")).isEqualTo("ASKS_A_PERSON");
        JsonNode remedies = service.read(weihai.himself(), thing + "/remedies", asked).ok(200).json();
        assertThat(remedies.at("/appeal/outcome").asString()).isEqualTo("UNDEFINED");
        assertThat(remedies.at("/appeal/text/zh").asString()).contains("未载明").doesNotContain("无权");
        assertThat(remedies.at("/statutory")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(remedies.at("/finishedBy").isMissingNode()).isTrue();
        Reply finished = service.order(weihai.decider(), thing, "other-rules-consulted", "{\"question\":\"申诉\",\"rule\":\"公务员法 第九十五条\",\"reason\":\"可向原机关申请复核\"}").ok(200);
        assertThat(service.read(weihai.himself(), thing + "/remedies", finished).text("/finishedBy/rule")).isEqualTo("公务员法 第九十五条");
    }

    @Test
    @Order(8)
    @DisplayName("T-04 over HTTP: Anhui's application, field of error, refusal with explanation, appeal with supporting opinion, another person decides")
    void anhui_appeal() {
        Place anhui = Place.ANHUI;
        String factId = fact(anhui);
        Reply applied = service.create(anhui.himself(), "/tolerance-cases", """
                {"factId":"%s","cadre":"%s","unit":"%s","applicant":"CADRE","grounds":"请予免责"}""".formatted(factId, anhui.cadre(), anhui.bureau())).ok(201);
        assertThat(applied.text("/treatment")).isEqualTo("APPLICATION");
        String thing = "/tolerance-cases/" + applied.id();
        service.version(thing);
        findAll(anhui, thing, Map.of("anhui.element.5", "BAD_POLE"));
        service.order(anhui.investigator(), thing, "field-of-error", "{\"field\":\"OTHER_WORK\"}").ok(200);
        service.order(anhui.himself(), thing, "statements", "{\"text\":\"陈述\"}").ok(200);
        Reply asks = service.order(anhui.decider(), thing, "decision", exemption(anhui)).problem(422, "reading-required");
        assertThat(asks.text("/reading")).isEqualTo("anhui.field-of-error");
        service.order(anhui.decider(), thing, "reading-choices", "{\"reading\":\"anhui.field-of-error\",\"choice\":\"a\",\"reason\":\"非改革创新领域\"}").ok(200);
        service.order(anhui.decider(), thing, "decision", decision(anhui, "REFUSE", "")).ok(200);
        service.version(thing);
        assertThat(kinds(anhui.investigator())).contains("EXPLAIN_REFUSAL");
        service.order(anhui.investigator(), thing, "refusal-explanation", "{\"text\":\"不属改革创新领域\"}").ok(200);

        Reply lodged = service.order(anhui.himself(), thing, "appeals", "{\"text\":\"不服认定\"}", service.version(thing), "appeal").ok(201);
        assertThat(service.order(anhui.himself(), thing, "appeals", "{\"text\":\"不服认定\"}", service.version(thing), "appeal").ok(201).id()).isEqualTo(lodged.id());
        String appeal = "/appeals/" + lodged.id();
        service.version(appeal);
        service.order(anhui.party(), appeal, "supporting-opinions", "{\"text\":\"单位意见\",\"from\":\"党组\"}").ok(200);
        service.order(anhui.decider(), appeal, "decision", "{\"outcome\":\"UPHELD\",\"reasons\":\"x\"}").problem(403, "forbidden-role");
        service.order(anhui.reviewer(), appeal, "decision", "{\"outcome\":\"CHANGED\",\"reasons\":\"x\"}").problem(400, "malformed-request");
        Reply ended = service.order(anhui.reviewer(), appeal, "decision", "{\"outcome\":\"REMITTED\",\"reasons\":\"须重新核实\"}").ok(200);
        assertThat(service.read(anhui.himself(), thing, ended).text("/state")).isEqualTo("REMITTED");
        assertThat(service.get(anhui.himself(), appeal).text("/state")).isEqualTo("REMITTED");
        assertThat(service.get(anhui.himself(), appeal).json().at("/supportingOpinions")).hasSize(1);
    }

    @Test
    @Order(9)
    @DisplayName("T-06 over HTTP: Guizhou's outcomes are LOST, said so, with 中·四 named")
    void guizhou_lost() {
        String thing = ready(Place.GUIZHOU, Map.of());
        JsonNode outcomes = service.get(Place.GUIZHOU.decider(), thing + "/assessment").ok(200).json().at("/outcomes");
        assertThat(outcomes).anySatisfy(outcome -> {
            assertThat(outcome.at("/permission").asString()).isEqualTo("LOST");
            assertThat(outcome.at("/clauses").toString()).contains("中·四");
        });
    }

    @Test
    @Order(9)
    @DisplayName("which day the rules go by is not stated: what the day of the act would give stands beside it, and says so where it differs")
    void both_days_are_shown() {
        String longAgo = opened(Place.WEIHAI, fact(Place.WEIHAI, "2001-01-01"));
        JsonNode assessment = service.get(Place.WEIHAI.decider(), longAgo + "/assessment").ok(200).json();
        assertThat(assessment.at("/onActDay/happenedOn").asString()).isEqualTo("2001-01-01");
        assertThat(assessment.at("/onActDay/says/zh").asString()).contains("未载明");
        assertThat(assessment.at("/onActDay/outcomes")).isNotEmpty().allSatisfy(outcome -> assertThat(outcome.at("/permission").asString()).isIn("NOT_STATED", "DATE_UNSET"));

        String today = opened(Place.WEIHAI, fact(Place.WEIHAI, service.today().toString()));
        assertThat(service.get(Place.WEIHAI.decider(), today + "/assessment").ok(200).json().has("onActDay")).isFalse();
    }

    @Test
    @Order(10)
    @DisplayName("T over HTTP: in Weihai a late correction opens severe handling that outlives acceptance; in Anhui it is a flag (the clock is moved)")
    void overdue_by_the_clock() {
        String weihai = exempted(Place.WEIHAI, Map.of());
        String anhui = exempted(Place.ANHUI, Map.of());
        service.wait(Duration.ofDays(32));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(service.get(Place.WEIHAI.decider(), weihai).text("/state")).isEqualTo("OVERDUE");
            assertThat(service.get(Place.ANHUI.decider(), anhui).text("/state")).isEqualTo("OVERDUE");
        });
        JsonNode late = service.get(Place.WEIHAI.decider(), weihai).json();
        assertThat(late.at("/consequence/open").asBoolean()).isTrue();
        assertThat(late.at("/consequence/ground/clauses/0/place").asString()).isEqualTo("威·四·13");
        assertThat(late.at("/daysLeft").asLong()).isNegative();
        assertThat(service.get(Place.ANHUI.decider(), anhui).json().at("/consequence/open").asBoolean()).isFalse();

        service.order(Place.WEIHAI.himself(), weihai, "submissions", "{\"text\":\"已清空泵房\",\"prevention\":\"修订预案\"}").ok(200);
        service.order(Place.WEIHAI.supervisor(), weihai, "acceptance", "{\"reason\":\"合格\"}").ok(200);
        service.version(weihai);
        JsonNode accepted = service.get(Place.WEIHAI.decider(), weihai).json();
        assertThat(accepted.at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(accepted.at("/consequence/open").asBoolean()).isTrue();
        assertThat(kinds(Place.WEIHAI.decider())).contains("DECIDE_CONSEQUENCE");
        service.order(Place.WEIHAI.decider(), weihai, "escalation", "{\"escalate\":false,\"reason\":\"已补救，不予严肃处理\"}").ok(200);

        service.order(Place.ANHUI.supervisor(), anhui, "findings", "{\"finding\":\"INADEQUATE\",\"reason\":\"敷衍\"}").ok(200);
        service.version(anhui);
        assertThat(service.get(Place.ANHUI.decider(), anhui).json().at("/consequence/open").asBoolean()).isTrue();
        assertThat(service.get(Place.ANHUI.decider(), anhui).json().at("/consequence/ground/clauses/0/place").asString()).isEqualTo("皖·四·12");
    }

    private String exempted(Place place, Map<String, String> but) {
        String thing = ready(place, but);
        if (place == Place.ANHUI) {
            service.order(place.investigator(), thing, "field-of-error", "{\"field\":\"REFORM_AND_INNOVATION\"}").ok(200);
        }
        Reply decided = service.order(place.decider(), thing, "decision", exemption(place)).ok(200);
        return "/rectification-tasks/" + service.read(place.decider(), thing, decided).text("/decision/rectificationTask");
    }

    @Test
    @Order(89)
    @DisplayName("no fact is described and no check begins in a place that is not set up; nothing is kept of what was sent")
    void nothing_begins_in_a_place_that_is_not_open() {
        Actor officer = new Actor("beijing", "office-beijing", "unit", "110000", Set.of(Role.DISCIPLINE_OFFICER));
        long recorded = service.recordedByOrder();
        service.create(officer, "/facts", "{\"what\":\"防汛处置\",\"where\":\"水库\",\"happenedOn\":\"" + service.today() + "\"}").problem(409, "place-not-opened");
        assertThat(service.recordedByOrder()).isEqualTo(recorded);
    }

    @Test
    @Order(90)
    @DisplayName("before a change goes live its effect on the cases of this ledger is told, case by case; nothing is written")
    void the_impact_of_a_change_is_told() {
        Actor policy = new Actor("policy", "office-policy", "unit", Place.WEIHAI.code, Set.of(Role.POLICY_ADMIN));
        String body = """
                {"items":[{"kind":"PACK","target":"%s","from":"%s","jurisdiction":"371000","basis":"按公务员法办理","on":true,"values":[],"clauses":[]}]}""";
        long recorded = service.recordedByOrder();
        JsonNode report = service.create(policy, "/policy-impacts", body.formatted("P10", service.today())).ok(200).json();
        assertThat(report.at("/asked").asLong()).isPositive();
        assertThat(report.at("/differing").asLong()).isEqualTo(report.at("/asked").asLong());
        assertThat(report.at("/withdrawn").asLong()).isZero();
        JsonNode entry = report.at("/entries/0");
        assertThat(entry.at("/kind").asString()).isEqualTo("TOLERANCE_CASE");
        assertThat(entry.at("/title/zh").asString()).startsWith("容错");
        assertThat(entry.at("/differences/0/question").asString()).startsWith("appeal.");
        assertThat(entry.at("/differences/0/before/zh").asString()).doesNotContain("已启用");
        assertThat(entry.at("/differences/0/after/zh").asString()).contains("已启用");
        assertThat(report.at("/entries").valueStream().filter(one -> !one.at("/open").asBoolean())).isNotEmpty().allSatisfy(one -> assertThat(one.at("/couldStillBeDecided").asBoolean()).isTrue());
        assertThat(service.recordedByOrder()).isEqualTo(recorded);
        service.create(policy, "/policy-impacts", body.formatted("P8", service.today())).problem(400, "malformed-request");
        service.create(Place.WEIHAI.investigator(), "/policy-impacts", body.formatted("P10", service.today())).problem(403, "forbidden-role");
    }
}
