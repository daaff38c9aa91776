package cn.dandang.clarification;

import static cn.dandang.clarification.Given.CADRE;
import static cn.dandang.clarification.Given.NOBODY;
import static cn.dandang.clarification.Given.OFFICER;
import static cn.dandang.clarification.Given.OTHER_OFFICER;
import static cn.dandang.clarification.Given.PROTECTION;
import static cn.dandang.clarification.Given.SELF;
import static cn.dandang.clarification.Given.SHANDONG;
import static cn.dandang.clarification.Given.WEIHAI;
import static cn.dandang.clarification.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.ClarificationFact;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.Topics;
import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.testing.Running.Reply;
import cn.dandang.kit.testing.Running;
import cn.dandang.kit.testing.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service over HTTP and Kafka: a real server, ledger file and broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClarificationServiceTest {
    private static final String X06 = "when-tolerance-granted-then-open-feedback";
    private static final String UNIT = "0195d3a0-0002-7100-8000-000000000001";
    private static final Actor ANHUI = actor("anhui", "340000", Role.REPORT_OFFICER);
    private static final Actor SHANDONG_OFFICER = SHANDONG;
    private static final Ground DECISION = new Ground("tolerance.weihai", Support.OWN, List.of(new Citation("威", "威·四·12", "可以免除相关单位及当事人的责任")), null, false, "v1");

    @TempDir
    private static Path folder;
    private TestBroker broker;
    private Running service;
    private LocalDate today;

    @BeforeAll
    void start() throws Exception {
        broker = new TestBroker();
        service = new Running(ClarificationServiceApplication.class, "clarification", folder, broker, "--dandang.places.require-setup=true");
        today = service.context.getBean(BusinessClock.class).today();
        LocalDate from = LocalDate.of(2018, 9, 1);
        for (String document : List.of("鲁", "皖", "黔")) {
            broker.publish("assessment", new PolicyFact.DocumentDated("d-" + document, document, from, "演示数据，非文件所载", true, "office", today));
        }
        for (String place : List.of("371000", "370000", "340000", "520000")) {
            broker.publish("assessment", new PolicyFact.PlaceOpened("opening-" + place, place, "person", "approver", true, today));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).isOpened("520000")
                && service.context.getBean(CurrentPolicy.class).snapshot().effectiveDate("黔").isPresent());
    }

    @AfterAll
    void stop() {
        service.close();
        broker.close();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private String received(Actor officer, String mode, String fact) {
        String reporter = mode.equals("ANONYMOUS") ? "" : "\"reporter\":{\"name\":\"赵举报（演示）\",\"contact\":\"13800000000\"},";
        String linked = fact == null ? "" : ",\"factId\":\"" + fact + "\"";
        return service.create(officer, "/reports", "{\"mode\":\"" + mode + "\"," + reporter + "\"accused\":\"" + CADRE + "\",\"allegations\":[{\"text\":\"擅自开挖侧渠\"" + linked + "}]}").id();
    }

    private String allegation(Actor officer, String report) {
        return service.read(officer, "/reports/" + report).text("/allegations/0/id");
    }

    private Reply change(Actor officer, String path, String body) {
        String[] parts = path.split("/");
        long version = Long.parseLong(service.read(officer, "/" + parts[1] + "/" + parts[2]).etag().replace("\"", ""));
        return service.change(officer, path, version, body);
    }

    private Reply verify(Actor officer, String report, String result) {
        return change(officer, "/reports/" + report + "/verification", "{\"allegation\":\"" + allegation(officer, report) + "\",\"result\":\"" + result + "\"}");
    }

    private JsonNode duty(Actor officer, String report) {
        return service.read(officer, "/feedback-duties?limit=200").json().at("/items").valueStream().filter(row -> row.at("/report").asString().equals(report)).findFirst().orElseThrow();
    }

    private ToleranceGranted granted(String fact, String place) {
        return new ToleranceGranted(newId(), newId(), place, UNIT, fact, CADRE, UNIT, SubjectKind.PERSON, CADRE, null, List.of(), List.of(), today, newId(), DECISION);
    }

    private static List<String> conclusions(JsonNode targets) {
        return targets.valueStream().map(target -> target.at("/conclusion").asString()).toList();
    }

    @Test
    @DisplayName("what a change of the rules would mean for duties towards reporters is told to insiders of the place; to all others there is nothing")
    void the_impact_of_a_change_on_duties_is_told_inside_only() {
        String report = received(SHANDONG_OFFICER, "REAL_NAME", null);
        verify(SHANDONG_OFFICER, report, "UNFOUNDED");
        String duty = duty(SHANDONG_OFFICER, report).at("/id").asString();
        String items = "{\"items\":[{\"kind\":\"RULE\",\"target\":\"feedback.shandong.real-name\",\"from\":\"" + today.plusDays(1)
                + "\",\"jurisdiction\":\"370000\",\"basis\":\"文件登记簿\",\"answer\":\"NOT_STATED\",\"modal\":\"NONE\",\"saysZh\":\"不再载明。\",\"saysEn\":\"No longer stated.\"}]}";
        Reply told = service.create(SHANDONG_OFFICER, "/policy-impacts", items);
        assertThat(told.status()).as(told.response().body()).isEqualTo(200);
        JsonNode entry = told.json().at("/entries").valueStream().filter(one -> one.at("/id").asString().equals(duty)).findFirst().orElseThrow();
        assertThat(entry.at("/title/zh").asString()).doesNotContain("举报").contains(duty.substring(0, 8));
        JsonNode owed = entry.at("/differences").valueStream().filter(one -> one.at("/question").asString().equals("feedback.duty")).findFirst().orElseThrow();
        assertThat(owed.at("/before/zh").asString()).isEqualTo("向实名举报人反馈");
        assertThat(owed.at("/after/zh").asString()).contains("由人查阅其他规定");
        assertThat(told.json().at("/position").asLong()).isEqualTo(-1);

        assertThat(service.create(OFFICER, "/policy-impacts", items).json().at("/entries").toString()).as("of one's own place").doesNotContain(duty);
        assertThat(service.create(actor(CADRE, "370000", Role.REPORT_OFFICER), "/policy-impacts", items).json().toString()).as("not to the accused").doesNotContain(duty);
        for (Role role : List.of(Role.POLICY_ADMIN, Role.POLICY_APPROVER, Role.AUDITOR, Role.DISCIPLINE_DECIDER)) {
            service.create(actor("outsider", "370000", role), "/policy-impacts", items).isProblem(403, "forbidden-role");
        }
    }

    @Test
    @DisplayName("an auditor orders the archive; whoever works on reports does not")
    void the_archive_is_for_auditors() {
        Actor auditor = actor("auditor", "000000", Role.AUDITOR);
        assertThat(service.create(auditor, "/archive/runs", "{\"olderThanDays\":1,\"dryRun\":true}").status()).isEqualTo(202);
        assertThat(service.read(auditor, "/archive").json().at("/files").isEmpty()).isTrue();
        service.create(OFFICER, "/archive/runs", "{\"olderThanDays\":1,\"dryRun\":true}").isProblem(403, "forbidden-role");
    }

    @Test
    @DisplayName("who looks at a list of reports, duties, examinations or clarifications is on record, inside this service")
    void looks_at_lists_are_on_record() {
        String part = "/reports/" + received(SHANDONG_OFFICER, "ANONYMOUS", null) + "/acts";
        assertThat(service.read(SHANDONG_OFFICER, part).status()).isEqualTo(200);
        assertThat(service.reads().getLast().what()).as("a part by its address alone").isEqualTo("/api/clarification/v1" + part);
        for (String list : List.of("/reports?limit=200", "/feedback-duties?limit=200", "/clarification-assessments", "/clarification-cases")) {
            int shown = service.read(SHANDONG_OFFICER, list).json().at("/items").size();
            ReadRecorded look = service.reads().getLast();
            assertThat(look.what()).isEqualTo("/api/clarification/v1" + list);
            assertThat(look.person()).isEqualTo(SHANDONG_OFFICER.person());
            assertThat(look.rows()).as(list).isEqualTo(shown);
        }
        assertThat(service.reads().stream().filter(look -> look.what().endsWith("/reports?limit=200")).map(ReadRecorded::rows).toList().getLast()).isPositive();
        int before = service.reads().size();
        service.read(actor("decider", "370000", Role.DISCIPLINE_DECIDER), "/reports").isProblem(403, "forbidden-role");
        assertThat(service.reads()).as("who is stopped at the door has not looked").hasSize(before);
    }

    @Test
    @DisplayName("no report is taken in a place that is not set up, and nothing of it is kept")
    void nothing_begins_in_a_place_that_is_not_open() {
        int before = service.events("clarification.report-received.v1").size();
        service.create(actor("beijing", "110000", Role.REPORT_OFFICER), "/reports", "{\"mode\":\"ANONYMOUS\",\"accused\":\"" + CADRE + "\",\"allegations\":[{\"text\":\"擅自开挖侧渠\"}]}")
                .isProblem(409, "place-not-opened");
        assertThat(service.events("clarification.report-received.v1")).hasSize(before);
    }

    @Test
    @DisplayName("T-19 鲁·四·1: a real-name report is closed only after feedback; the limit is UNSET; no clarification follows 查无实据")
    void a_real_name_report_is_closed_only_after_feedback() {
        String report = received(SHANDONG_OFFICER, "REAL_NAME", null);
        assertThat(verify(SHANDONG_OFFICER, report, "NO_EVIDENCE").status()).isEqualTo(200);
        JsonNode duty = duty(SHANDONG_OFFICER, report);
        assertThat(duty.at("/kind").asString()).isEqualTo("FEEDBACK");
        assertThat(duty.at("/limit/value").asString()).isEqualTo("UNSET");
        assertThat(duty.at("/ground/support").asString()).isEqualTo("OWN");
        assertThat(service.read(SHANDONG_OFFICER, "/todos").response().body()).contains(duty.at("/id").asString()).doesNotContain("举报");
        assertThat(service.read(SHANDONG_OFFICER, "/clarification-assessments").json().toString()).doesNotContain(report);

        Reply early = change(SHANDONG_OFFICER, "/reports/" + report + "/closing", "{}");
        early.isProblem(422, "refused-by-rule");
        assertThat(early.text("/clauses/0/place")).isEqualTo("鲁·四·1");
        change(SHANDONG_OFFICER, "/feedback-duties/" + duty.at("/id").asString() + "/range-explanation", "{\"range\":\"本单位\"}").isProblem(409, "wrong-state");
        assertThat(change(SHANDONG_OFFICER, "/feedback-duties/" + duty.at("/id").asString() + "/fulfilment", "{\"manner\":\"当面反馈\"}").status()).isEqualTo(200);
        assertThat(duty(SHANDONG_OFFICER, report).at("/outcome").asString()).isEqualTo("FED_BACK");
        assertThat(change(SHANDONG_OFFICER, "/reports/" + report + "/closing", "{}").status()).isEqualTo(200);
        assertThat(service.read(SHANDONG_OFFICER, "/reports/" + report).text("/state")).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("T-19: an anonymous report is explained within a range and holds no identity")
    void an_anonymous_report_is_explained_within_a_range() {
        String report = received(SHANDONG_OFFICER, "ANONYMOUS", null);
        verify(SHANDONG_OFFICER, report, "UNFOUNDED");
        String duty = duty(SHANDONG_OFFICER, report).at("/id").asString();
        change(SHANDONG_OFFICER, "/reports/" + report + "/identity-openings", "{\"reason\":\"反馈\"}").isProblem(409, "wrong-state");
        assertThat(service.read(SHANDONG_OFFICER, "/reports/" + report).json().has("reporter")).isFalse();
        assertThat(change(SHANDONG_OFFICER, "/feedback-duties/" + duty + "/range-explanation", "{\"range\":\"本单位党员大会\"}").status()).isEqualTo(200);
        assertThat(change(SHANDONG_OFFICER, "/reports/" + report + "/closing", "{}").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("T-19: in Anhui the documents state no such duty; the question is finished by naming another rule")
    void in_anhui_the_question_is_finished_by_naming_another_rule() {
        String report = received(ANHUI, "REAL_NAME", null);
        verify(ANHUI, report, "NO_EVIDENCE");
        JsonNode left = duty(ANHUI, report);
        assertThat(left.at("/state").asString()).isEqualTo("LEFT_TO_A_PERSON");
        assertThat(left.at("/value").asString()).isEqualTo("NOT_STATED");
        assertThat(left.at("/otherRules").toString()).contains("检举控告工作规则");
        assertThat(left.at("/says/zh").asString()).contains("未载明");
        change(ANHUI, "/reports/" + report + "/closing", "{}").isProblem(422, "refused-by-rule");
        assertThat(change(ANHUI, "/reports/" + report + "/other-rules-consulted", "{\"rule\":\"纪检监察机关处理检举控告工作规则\",\"result\":\"按规则反馈\"}").status()).isEqualTo(200);
        change(ANHUI, "/reports/" + report + "/other-rules-consulted", "{\"rule\":\"x\",\"result\":\"y\"}").isProblem(409, "wrong-state");
        assertThat(change(ANHUI, "/reports/" + report + "/closing", "{}").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("X-06 in Shandong: a decision on a reported fact opens the duty by the place's own clause")
    void a_decision_on_a_reported_fact_opens_the_duty() {
        String fact = newId();
        String report = received(SHANDONG_OFFICER, "REAL_NAME", fact);
        assertThat(conclusions(service.concluded(X06, broker.publish("tolerance", granted(fact, "370000"))))).containsOnly("DONE");
        JsonNode duty = duty(SHANDONG_OFFICER, report);
        assertThat(duty.at("/trigger").asString()).isEqualTo("TOLERATED");
        assertThat(duty.at("/state").asString()).isEqualTo("DUE");
    }

    @Test
    @DisplayName("X-06 in Weihai: before the reading is confirmed a person inside is asked, both clauses side by side; once confirmed the duty opens by itself")
    void a_person_inside_is_asked_until_the_reading_is_confirmed() {
        String fact = newId();
        String report = received(OFFICER, "REAL_NAME", fact);
        assertThat(conclusions(service.concluded(X06, broker.publish("tolerance", granted(fact, WEIHAI))))).containsExactly("DONE", "ASKED");
        JsonNode question = service.read(OFFICER, "/questions?state=OPEN").json().at("/items").valueStream().filter(row -> row.at("/reading").asString().equals("weihai.feedback")).findFirst().orElseThrow();
        assertThat(question.at("/ownClauses/0/doc").asString()).isEqualTo("威");
        assertThat(question.at("/upperClauses/0/doc").asString()).isEqualTo("鲁");
        service.read(NOBODY, "/questions").isProblem(403, "forbidden-role");
        assertThat(service.change(OFFICER, "/questions/" + question.at("/id").asString() + "/answer", question.at("/version").asLong(), "{\"accept\":true,\"reason\":\"适用省级条款\"}").status()).isEqualTo(200);
        assertThat(duty(OFFICER, report).at("/ground/support").asString()).isEqualTo("INHERITED");
        assertThat(duty(OFFICER, report).at("/state").asString()).isEqualTo("DUE");

        String asked = received(OFFICER, "REAL_NAME", null);
        verify(OFFICER, asked, "UNFOUNDED");
        String askedDuty = duty(OFFICER, asked).at("/id").asString();
        assertThat(duty(OFFICER, asked).at("/state").asString()).isEqualTo("ASKED");
        assertThat(change(OFFICER, "/feedback-duties/" + askedDuty + "/answer", "{\"accept\":false,\"reason\":\"另行规定\"}").status()).isEqualTo(200);
        assertThat(change(OFFICER, "/reports/" + asked + "/closing", "{}").status()).isEqualTo(200);
        String later = newId();
        String anonymous = received(OFFICER, "ANONYMOUS", later);
        broker.publish("assessment", new PolicyFact.ReadingConfirmed("r1", "weihai.feedback", WEIHAI, "applies", "依据上级意见", true, "person", "office", today));
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).snapshot().confirmed("weihai.feedback", WEIHAI, today).isPresent());
        service.concluded(X06, broker.publish("tolerance", granted(later, WEIHAI)));
        assertThat(duty(OFFICER, anonymous).at("/kind").asString()).isEqualTo("RANGE_EXPLANATION");
        assertThat(duty(OFFICER, anonymous).at("/ground/reading").asString()).isEqualTo("weihai.feedback");
    }

    @Test
    void a_fact_linked_after_the_decision_opens_the_duty_with_the_link() {
        String fact = newId();
        service.concluded(X06, broker.publish("tolerance", granted(fact, "370000")));
        String report = received(SHANDONG_OFFICER, "REAL_NAME", null);
        assertThat(change(SHANDONG_OFFICER, "/reports/" + report + "/fact-links", "{\"allegation\":\"" + allegation(SHANDONG_OFFICER, report) + "\",\"factId\":\"" + fact + "\"}").status()).isEqualTo(200);
        assertThat(duty(SHANDONG_OFFICER, report).at("/trigger").asString()).isEqualTo("TOLERATED");
    }

    @Test
    @DisplayName("The same fact: a decision on a joined fact opens the duty too; parting lets it stay with its person")
    void a_decision_on_a_joined_fact_opens_the_duty_too() {
        String tolerated = newId();
        String reported = newId();
        String report = received(SHANDONG_OFFICER, "REAL_NAME", reported);
        service.concluded(X06, broker.publish("tolerance", granted(tolerated, "370000")));
        FactsLinked link = new FactsLinked(newId(), newId(), tolerated, reported, "370000");
        service.concluded("when-facts-linked-then-join-them", broker.publish("tolerance", link));
        assertThat(duty(SHANDONG_OFFICER, report).at("/state").asString()).isEqualTo("DUE");
        service.concluded("when-facts-unlinked-then-part-them", broker.publish("tolerance", new FactsUnlinked(link.rootCase(), link.link(), tolerated, reported, "370000")));
        assertThat(duty(SHANDONG_OFFICER, report).at("/state").asString()).isEqualTo("DUE");
        String never = broker.publish("tolerance", new FactsUnlinked(newId(), newId(), newId(), newId(), "370000"));
        assertThat(conclusions(service.concluded("when-facts-unlinked-then-part-them", never))).containsExactly("NOTHING_TO_DO");
    }

    @Test
    void a_decision_that_comes_twice_or_for_unit_and_person_opens_one_duty() {
        String fact = newId();
        String report = received(SHANDONG_OFFICER, "REAL_NAME", fact);
        ToleranceGranted person = granted(fact, "370000");
        broker.publishAt("tolerance", 900_001, person);
        broker.publishAt("tolerance", 900_001, person);
        service.concluded(X06, broker.publish("tolerance", new ToleranceGranted(person.rootCase(), person.toleranceCase(), "370000", UNIT, fact, CADRE, UNIT, SubjectKind.UNIT, UNIT, null, List.of(), List.of(), today, newId(), DECISION)));
        assertThat(service.read(SHANDONG_OFFICER, "/feedback-duties?limit=200").json().at("/items").valueStream().filter(row -> row.at("/report").asString().equals(report))).hasSize(1);
    }

    @Test
    @DisplayName("R-03: the identity is opened by the protection officer who asked, after somebody else approved, each with a recorded reason, and is nowhere else")
    void the_identity_is_opened_by_the_protection_officer_alone() {
        String report = received(OFFICER, "REAL_NAME", null);
        assertThat(service.read(PROTECTION, "/reports/" + report).response().body()).doesNotContain("赵举报").doesNotContain("13800000000").contains("\"masked\":true");
        change(OFFICER, "/reports/" + report + "/identity-openings", "{\"reason\":\"反馈\"}").isProblem(403, "forbidden-role");
        change(PROTECTION, "/reports/" + report + "/identity-openings", "{\"reason\":\"\"}").isProblem(400, "malformed-request");
        change(PROTECTION, "/reports/" + report + "/identity-openings", "{\"reason\":\"依规反馈结果\"}").isProblem(409, "wrong-state");
        assertThat(change(PROTECTION, "/reports/" + report + "/identity-requests", "{\"reason\":\"须向本人反馈\"}").status()).isEqualTo(200);
        change(PROTECTION, "/reports/" + report + "/identity-approvals", "{\"reason\":\"同意\"}").isProblem(403, "own-case");
        assertThat(service.read(OFFICER, "/todos").json().at("/items").valueStream().map(row -> row.at("/kind").asString())).contains("identity-approval");
        assertThat(service.read(PROTECTION, "/todos").json().at("/items").valueStream().map(row -> row.at("/id").asString())).doesNotContain("identity-approval/" + report);
        assertThat(change(OFFICER, "/reports/" + report + "/identity-approvals", "{\"reason\":\"同意\"}").status()).isEqualTo(200);
        Reply opened = change(PROTECTION, "/reports/" + report + "/identity-openings", "{\"reason\":\"依规反馈结果\"}");
        assertThat(opened.text("/reporter/name")).isEqualTo("赵举报（演示）");
        assertThat(service.events("clarification.identity-opened.v1").stream().map(event -> event.at("/report").asString())).contains(report);
        assertThat(service.events("clarification.report-received.v1").toString()).doesNotContain("赵举报").doesNotContain("侧渠");
    }

    @Test
    void an_unverified_name_is_verified_and_then_owed_feedback() {
        String report = received(SHANDONG_OFFICER, "NAME_UNVERIFIED", null);
        verify(SHANDONG_OFFICER, report, "UNFOUNDED");
        assertThat(duty(SHANDONG_OFFICER, report).at("/state").asString()).isEqualTo("LEFT_TO_A_PERSON");
        assertThat(change(SHANDONG_OFFICER, "/reports/" + report + "/name-verification", "{}").status()).isEqualTo(200);
        assertThat(duty(SHANDONG_OFFICER, report).at("/state").asString()).isEqualTo("DUE");
        assertThat(service.read(SHANDONG_OFFICER, "/reports/" + report).text("/mode")).isEqualTo("REAL_NAME");
    }

    @Test
    @DisplayName("X-12, C-6: an unfounded allegation opens the assessment; a clarification is approved by another person and issued under an opaque id")
    void a_clarification_is_proposed_approved_by_another_and_issued_under_an_opaque_id() {
        String fact = newId();
        String report = received(OFFICER, "ANONYMOUS", fact);
        verify(OFFICER, report, "UNFOUNDED");
        String assessment = service.read(OFFICER, "/clarification-assessments?limit=200").json().at("/items").valueStream().filter(row -> row.at("/report").asString().equals(report)).findFirst().orElseThrow().at("/id").asString();
        assertThat(service.read(OFFICER, "/todos").json().toString()).contains(assessment);
        assertThat(change(OFFICER, "/clarification-assessments/" + assessment + "/clarification", "{\"reason\":\"经查不属实\"}").status()).isEqualTo(200);
        String clarification = service.read(OFFICER, "/clarification-cases?limit=200").json().at("/items").valueStream().filter(row -> row.at("/assessment").asString().equals(assessment)).findFirst().orElseThrow().at("/id").asString();
        change(OFFICER, "/clarification-cases/" + clarification + "/approval", "{\"range\":\"本单位\",\"manner\":\"会议\"}").isProblem(403, "own-case");
        assertThat(change(OTHER_OFFICER, "/clarification-cases/" + clarification + "/approval", "{\"range\":\"本单位\",\"manner\":\"会议\"}").status()).isEqualTo(200);
        assertThat(change(OFFICER, "/clarification-cases/" + clarification + "/issue", "{}").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(broker.committed(Topics.facts("clarification")).stream().map(told -> told.fact()).map(ClarificationFact.ClarificationIssued.class::cast))
                .singleElement().satisfies(issued -> {
                    assertThat(issued.rootCase()).isEqualTo(clarification);
                    assertThat(issued.factIds()).containsExactly(fact);
                }));
        String other = received(OFFICER, "ANONYMOUS", null);
        verify(OFFICER, other, "UNFOUNDED");
        String declined = service.read(OFFICER, "/clarification-assessments?limit=200").json().at("/items").valueStream().filter(row -> row.at("/report").asString().equals(other)).findFirst().orElseThrow().at("/id").asString();
        assertThat(change(OFFICER, "/clarification-assessments/" + declined + "/declining", "{\"code\":\"CADRE_DOES_NOT_WISH\",\"reason\":\"本人意愿\"}").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("R-21: outsiders get the same 403 for every path, id and body; insiders of another place and the accused the same 404")
    void outsiders_get_the_same_answer_whatever_there_is() {
        String report = received(OFFICER, "REAL_NAME", null);
        verify(OFFICER, report, "UNFOUNDED");
        String duty = duty(OFFICER, report).at("/id").asString();
        for (String path : List.of("/reports", "/reports/" + report, "/reports/" + newId(), "/reports/" + report + "/acts", "/feedback-duties", "/feedback-duties/" + duty, "/feedback-duties/" + newId(), "/clarification-assessments",
                "/clarification-cases", "/questions")) {
            service.read(NOBODY, path).isProblem(403, "forbidden-role");
        }
        service.create(NOBODY, "/reports", "{}").isProblem(403, "forbidden-role");
        service.create(NOBODY, "/reports/" + report + "/closing", "{}").isProblem(403, "forbidden-role");
        service.get(NOBODY, "/todos").isProblem(403, "forbidden-role");
        service.get(NOBODY, "/reports", "Dandang-At-Least", "999999999").isProblem(403, "forbidden-role");
        service.call("GET", null, "/reports", null).isProblem(401, "not-signed-in");
        assertThat(service.call("GET", null, "/openapi", null).status()).isEqualTo(200);
        for (Actor insider : List.of(ANHUI, SELF)) {
            for (String kind : List.of("/reports/", "/feedback-duties/")) {
                String real = kind.equals("/reports/") ? report : duty;
                assertThat(detail(service.read(insider, kind + real))).isEqualTo(detail(service.read(insider, kind + newId())));
                service.read(insider, kind + real).isProblem(404, "not-found");
            }
            service.change(insider, "/reports/" + report + "/closing", 0, "{}").isProblem(404, "not-found");
            service.change(insider, "/feedback-duties/" + duty + "/fulfilment", 0, "{\"manner\":\"x\"}").isProblem(404, "not-found");
            assertThat(service.read(insider, "/reports").response().body()).doesNotContain(report);
        }
    }

    private static String detail(Reply reply) {
        return reply.text("/detail") + reply.text("/messages/zh");
    }

    @Test
    void orders_are_refused_for_the_wrong_form_and_state() {
        service.create(OFFICER, "/reports", "{}").isProblem(400, "malformed-request");
        service.create(OFFICER, "/reports", "{\"mode\":\"REAL_NAME\",\"accused\":\"" + CADRE + "\",\"allegations\":[{\"text\":\"x\"}]}").isProblem(400, "malformed-request");
        service.create(SELF, "/reports", "{\"mode\":\"ANONYMOUS\",\"accused\":\"" + CADRE + "\",\"allegations\":[{\"text\":\"x\"}]}").isProblem(403, "own-case");
        String report = received(OFFICER, "ANONYMOUS", null);
        service.create(OFFICER, "/reports/" + report + "/closing", "{}").isProblem(428, "precondition-required");
        service.change(OFFICER, "/reports/" + report + "/closing", 9, "{}").isProblem(412, "stale-version");
        change(OFFICER, "/reports/" + report + "/closing", "{}").isProblem(409, "wrong-state");
        verify(OFFICER, report, "SUBSTANTIATED");
        verify(OFFICER, report, "UNFOUNDED").isProblem(409, "wrong-state");
        assertThat(service.read(OFFICER, "/reports/" + report + "/acts").json().valueStream().filter(act -> act.at("/act").asString().equals("closing")).findFirst().orElseThrow().at("/allowed").asBoolean()).isTrue();
        assertThat(change(OFFICER, "/reports/" + report + "/closing", "{}").status()).isEqualTo(200);
    }
}
