package cn.dandang.assessment;

import static cn.dandang.assessment.Given.CADRE;
import static cn.dandang.assessment.Given.DECIDER;
import static cn.dandang.assessment.Given.ELSEWHERE;
import static cn.dandang.assessment.Given.NOBODY;
import static cn.dandang.assessment.Given.OFFICER;
import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.AssessmentFact;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.ClarificationFact.ClarificationIssued;
import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.Topics;
import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.contracts.ToleranceFact.ToleranceRefused;
import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
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
class AssessmentServiceTest {
    private static final String X02 = "when-tolerance-granted-then-annul-evaluations";
    private static final String X04 = "when-tolerance-granted-then-clear-flags";
    private static final String X13 = "when-clarification-issued-then-undo-what-rested-on-it";
    private static final String UNIT = "0195d3a0-0002-7100-8000-000000000001";
    private static final Actor CADRE_HIMSELF = actor(CADRE, WEIHAI, Role.CADRE);
    private static final Actor AUDITOR = actor("auditor", "000000", Role.AUDITOR);
    private static final Actor ANHUI_OFFICER = actor("anhui-officer", "340000", Role.ORG_OFFICER);
    private static final Actor ANHUI_DECIDER = actor("anhui-decider", "340000", Role.ORG_DECIDER);
    private static final Actor SHANDONG_OFFICER = actor("shandong-officer", "370000", Role.ORG_OFFICER);
    private static final Actor SHANDONG_DECIDER = actor("shandong-decider", "370000", Role.ORG_DECIDER);
    private static final String SHANDONG_CADRE = "0195d3a0-0001-7200-8000-000000000001";
    private static final String ANHUI_CADRE = "0195d3a0-0003-7200-8000-000000000001";
    private static final Ground DECISION = new Ground("tolerance.weihai", Support.OWN, List.of(new Citation("威", "威·四·12", "可以免除相关单位及当事人的责任")), null, false, "v1");

    @TempDir
    private static Path folder;
    private TestBroker broker;
    private Running service;
    private LocalDate today;

    @BeforeAll
    void start() throws Exception {
        broker = new TestBroker();
        service = new Running(AssessmentServiceApplication.class, "assessment", folder, broker);
        today = service.context.getBean(BusinessClock.class).today();
        person(OFFICER, CADRE, WEIHAI);
        person(SHANDONG_OFFICER, SHANDONG_CADRE, "370000");
        person(ANHUI_OFFICER, ANHUI_CADRE, "340000");
        date("370000", "鲁");
        date("340000", "皖");
        assertThat(service.create(POLICY, "/policy/readings/weihai.effect-groups/confirmations", """
                {"jurisdiction":"371000","choice":"applies","reason":"依据上级意见","demonstration":true}""").status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).snapshot().confirmed("weihai.effect-groups", WEIHAI, today).isPresent()
                && service.context.getBean(CurrentRegister.class).register().person(ANHUI_CADRE).isPresent());
    }

    @AfterAll
    void stop() {
        service.close();
        broker.close();
    }

    private void person(Actor officer, String id, String place) {
        assertThat(service.create(officer, "/register/persons", "{\"id\":\"" + id + "\",\"name\":\"冯敬之（演示）\",\"jurisdiction\":\"" + place + "\",\"demonstration\":true}").status()).isEqualTo(201);
    }

    private void date(String place, String document) {
        assertThat(service.create(actor("policy-" + place, place, Role.POLICY_ADMIN), "/policy/documents/" + Running.path(document) + "/dates",
                "{\"effectiveFrom\":\"2018-09-01\",\"source\":\"演示数据，非文件所载\",\"demonstration\":true}").status()).isEqualTo(201);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private Reply enter(Actor officer, String cadre, String fact, String kind) {
        return service.create(officer, "/negative-evaluations",
                "{\"cadre\":\"" + cadre + "\",\"factId\":\"" + fact + "\",\"kind\":\"" + kind + "\",\"judgement\":\"履职不到位\",\"source\":\"年度考核\"}");
    }

    private ToleranceGranted granted(String fact, String cadre, String place, List<EffectGroup> groups) {
        return new ToleranceGranted(newId(), newId(), place, UNIT, fact, cadre, UNIT, SubjectKind.PERSON, cadre, null, groups, List.of(), today, newId(), DECISION);
    }

    private static List<String> conclusions(JsonNode targets) {
        return targets.valueStream().map(target -> target.at("/conclusion").asString()).toList();
    }

    private <F extends PublishedFact> List<F> published(String topic, Class<F> type) {
        return broker.committed(topic).stream().map(received -> received.fact()).filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void the_register_is_kept_shown_and_published() {
        assertThat(service.create(OFFICER, "/register/units", "{\"id\":\"" + UNIT + "\",\"name\":\"威海市水务局（演示）\",\"kind\":\"DEPARTMENT\",\"jurisdiction\":\"371000\",\"demonstration\":true}").status()).isEqualTo(201);
        assertThat(service.create(OFFICER, "/register/posts", "{\"id\":\"" + newId() + "\",\"person\":\"" + CADRE + "\",\"unit\":\"" + UNIT + "\",\"title\":\"副局长\",\"postLevel\":\"COUNTY_DEPUTY\",\"from\":\"2024-01-01\"}").status()).isEqualTo(201);
        assertThat(service.create(OFFICER, "/register/authorities", "{\"id\":\"" + newId() + "\",\"person\":\"" + CADRE + "\",\"body\":\"" + UNIT + "\",\"role\":\"LEAD\",\"from\":\"2024-01-01\"}").status()).isEqualTo(201);

        Reply person = service.read(NOBODY, "/register/persons/" + CADRE);
        assertThat(person.text("/name")).isEqualTo("冯敬之（演示）");
        assertThat(person.text("/posts/0/title")).isEqualTo("副局长");
        assertThat(service.read(NOBODY, "/register/units?jurisdiction=371000").text("/items/0/name")).isEqualTo("威海市水务局（演示）");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(published(Topics.REGISTER, RegisterFact.AuthorityRegistered.class)).hasSize(1);
            assertThat(published(Topics.REGISTER, RegisterFact.PersonRegistered.class)).anySatisfy(fact -> assertThat(fact.name().data()).doesNotContain("冯敬之"));
        });
    }

    @Test
    void the_register_refuses_other_roles_other_places_unknown_units_and_nonsense() {
        String unit = "{\"id\":\"" + newId() + "\",\"name\":\"某局（演示）\",\"kind\":\"DEPARTMENT\",\"jurisdiction\":\"371000\",\"demonstration\":true}";
        service.create(NOBODY, "/register/units", unit).isProblem(403, "forbidden-role");
        service.create(ELSEWHERE, "/register/units", unit).isProblem(403, "wrong-jurisdiction");
        service.create(OFFICER, "/register/units", "{}").isProblem(400, "malformed-request");
        service.create(OFFICER, "/register/posts", "{\"id\":\"" + newId() + "\",\"person\":\"" + CADRE + "\",\"unit\":\"" + newId() + "\",\"title\":\"副局长\",\"from\":\"2024-01-01\"}").isProblem(404, "not-found");
        service.call("POST", null, "/register/units", unit).isProblem(401, "not-signed-in");
    }

    @Test
    void documents_and_readings_are_shown_with_their_state_and_published() {
        JsonNode documents = service.read(NOBODY, "/policy/documents").json().at("/items");
        assertThat(documents.valueStream().filter(document -> document.at("/code").asString().equals("鲁")).findFirst().orElseThrow().at("/dateSource").asString()).isEqualTo("演示数据，非文件所载");
        assertThat(documents.valueStream().filter(document -> document.at("/code").asString().equals("黔")).findFirst().orElseThrow().has("effectiveFrom")).isFalse();
        JsonNode readings = service.read(NOBODY, "/policy/readings?jurisdiction=371000").json().at("/items");
        JsonNode confirmed = readings.valueStream().filter(reading -> reading.at("/id").asString().equals("weihai.effect-groups")).findFirst().orElseThrow();
        assertThat(confirmed.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/confirmed/demonstration").asBoolean()).isTrue();
        assertThat(confirmed.at("/ownClauses/0/doc").asString()).isEqualTo("威");
        assertThat(confirmed.at("/upperClauses/0/doc").asString()).isEqualTo("鲁");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(published(Topics.POLICY, PolicyFact.class)).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    @DisplayName("X-02, confirmed in Weihai: the evaluation is annulled and cannot be entered again (鲁·三·3, 威·四·11)")
    void a_tolerated_facts_evaluation_is_annulled_and_cannot_be_entered_again() {
        String fact = newId();
        String evaluation = enter(OFFICER, CADRE, fact, "ANNUAL").id();
        ToleranceGranted granted = granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS));
        String published = broker.publish("tolerance", granted);

        assertThat(conclusions(service.concluded(X02, published))).containsOnly("DONE");
        JsonNode annulled = service.events("assessment.negative-evaluation-annulled.v1").stream().filter(event -> event.at("/evaluation").asString().equals(evaluation)).findFirst().orElseThrow();
        assertThat(annulled.at("/cause").asString()).isEqualTo(published);
        assertThat(annulled.at("/ground/support").asString()).isEqualTo("INHERITED");
        assertThat(annulled.at("/ground/reading").asString()).isEqualTo("weihai.effect-groups");
        assertThat(annulled.at("/ground/demonstration").asBoolean()).isTrue();

        Reply again = enter(OFFICER, CADRE, fact, "ANNUAL");
        again.isProblem(422, "refused-by-rule");
        assertThat(again.json().at("/clauses").valueStream().map(clause -> clause.at("/place").asString())).contains("鲁·三·3");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(published(Topics.facts("assessment"), AssessmentFact.NegativeEvaluationAnnulled.class))
                .anySatisfy(told -> assertThat(told.rootCase()).isEqualTo(granted.rootCase())));
    }

    @Test
    @DisplayName("R-15: an annulled evaluation leaves no trace but for the cadre himself and the auditor")
    void an_annulled_evaluation_leaves_no_trace_but_for_the_cadre_himself_and_the_auditor() {
        String cadre = newId();
        person(OFFICER, cadre, WEIHAI);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentRegister.class).register().person(cadre).isPresent());
        Actor himself = actor(cadre, WEIHAI, Role.CADRE);
        String untouched = service.read(DECIDER, "/candidates/" + cadre).json().at("/evaluations").toString();
        String fact = newId();
        String evaluation = enter(OFFICER, cadre, fact, "ANNUAL").id();
        assertThat(service.read(DECIDER, "/candidates/" + cadre).json().at("/evaluations")).hasSize(1);
        assertThat(service.read(OFFICER, "/negative-evaluations?cadre=" + cadre).json().at("/items")).hasSize(1);
        assertThat(service.read(himself, "/negative-evaluations/" + evaluation).text("/judgement")).isEqualTo("履职不到位");

        service.concluded(X02, broker.publish("tolerance", granted(fact, cadre, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS))));

        assertThat(service.read(DECIDER, "/candidates/" + cadre).json().at("/evaluations").toString()).isEqualTo(untouched);
        assertThat(service.read(OFFICER, "/negative-evaluations?cadre=" + cadre).json().at("/items")).isEmpty();
        service.read(OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
        service.read(OFFICER, "/negative-evaluations/" + evaluation + "/acts").isProblem(404, "not-found");
        assertThat(service.read(himself, "/negative-evaluations").text("/items/0/state")).isEqualTo("ANNULLED");
        assertThat(service.read(AUDITOR, "/negative-evaluations/" + evaluation).text("/ground/clauses/0/doc")).isNotBlank();
        service.read(NOBODY, "/negative-evaluations?cadre=" + cadre).isProblem(403, "forbidden-role");
        service.read(NOBODY, "/candidates/" + cadre).isProblem(403, "forbidden-role");
        service.read(ELSEWHERE, "/candidates/" + cadre).isProblem(403, "wrong-jurisdiction");
    }

    @Test
    @DisplayName("who looks at a list of evaluations, or at a candidate, is on record with the filter and how many he was shown; one's own work and the register are not")
    void looks_at_lists_are_on_record() {
        String part = "/negative-evaluations/" + enter(OFFICER, CADRE, newId(), "ANNUAL").id() + "/acts";
        assertThat(service.read(DECIDER, part).status()).isEqualTo(200);
        assertThat(service.reads().getLast().what()).as("a part by its address alone").isEqualTo("/api/assessment/v1" + part);
        assertThat(service.reads().getLast().person()).isEqualTo(DECIDER.person());
        String list = "/negative-evaluations?cadre=" + CADRE + "&limit=200";
        int shown = service.read(OFFICER, list).json().at("/items").size();
        ReadRecorded look = service.reads().getLast();
        assertThat(shown).isPositive();
        assertThat(look.rows()).isEqualTo(shown);
        assertThat(look.person()).isEqualTo(OFFICER.person());
        assertThat(look.what()).isEqualTo("/api/assessment/v1" + list);
        service.read(NOBODY, list).isProblem(403, "forbidden-role");
        assertThat(service.reads().getLast()).satisfies(refused -> {
            assertThat(refused.person()).isEqualTo(NOBODY.person());
            assertThat(refused.rows()).isNull();
        });
        service.read(DECIDER, "/candidates/" + CADRE);
        assertThat(service.reads().getLast().what()).isEqualTo("/api/assessment/v1/candidates/" + CADRE);

        int before = service.reads().size();
        for (String path : List.of("/todos", "/questions?state=OPEN", "/register/persons?limit=200", "/register/persons/" + CADRE, "/policy/documents")) {
            assertThat(service.read(OFFICER, path).status()).as(path).isEqualTo(200);
        }
        assertThat(service.reads()).hasSize(before);
    }

    @Test
    @DisplayName("X-02 in Anhui: not stated there, so a person is asked and accepting annuls and locks")
    void where_the_documents_do_not_state_it_a_person_is_asked() {
        String fact = newId();
        String evaluation = enter(ANHUI_OFFICER, ANHUI_CADRE, fact, "ANNUAL").id();
        String published = broker.publish("tolerance", granted(fact, ANHUI_CADRE, "340000", List.of()));
        assertThat(conclusions(service.concluded(X02, published))).contains("ASKED");
        assertThat(service.read(ANHUI_OFFICER, "/negative-evaluations/" + evaluation).status()).isEqualTo(200);

        JsonNode question = service.read(ANHUI_DECIDER, "/questions?state=OPEN").json().at("/items").valueStream().filter(row -> row.at("/target").asString().equals(evaluation)).findFirst().orElseThrow();
        assertThat(service.change(ANHUI_DECIDER, "/questions/" + question.at("/id").asString() + "/answer", question.at("/version").asLong(), "{\"accept\":true,\"reason\":\"客观评价\"}").status()).isEqualTo(200);
        service.read(ANHUI_OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
        enter(ANHUI_OFFICER, ANHUI_CADRE, fact, "ANNUAL").isProblem(422, "refused-by-rule");
    }

    @Test
    void a_kind_that_the_group_does_not_name_is_asked_about() {
        String fact = newId();
        enter(OFFICER, CADRE, fact, "SPECIAL").id();
        assertThat(conclusions(service.concluded(X02, broker.publish("tolerance", granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS)))))).contains("ASKED");
    }

    @Test
    void a_decision_about_a_unit_does_nothing_here() {
        ToleranceGranted unit = new ToleranceGranted(newId(), newId(), WEIHAI, UNIT, newId(), CADRE, UNIT, SubjectKind.UNIT, UNIT, null, List.of(EffectGroup.ASSESSMENT_AND_AWARDS), List.of(), today, newId(), DECISION);
        String published = broker.publish("tolerance", unit);
        assertThat(conclusions(service.concluded(X02, published))).containsExactly("NOTHING_TO_DO");
        assertThat(conclusions(service.concluded(X04, published))).containsExactly("NOTHING_TO_DO");
    }

    @Test
    void a_fact_that_comes_twice_is_concluded_once() {
        String fact = newId();
        enter(OFFICER, CADRE, fact, "ANNUAL").id();
        ToleranceGranted granted = granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS));
        broker.publishAt("tolerance", 900_001, granted);
        broker.publishAt("tolerance", 900_001, granted);
        String after = broker.publish("tolerance", new ToleranceGranted(granted.rootCase(), newId(), WEIHAI, UNIT, newId(), CADRE, UNIT, SubjectKind.UNIT, UNIT, null, List.of(), List.of(), today, newId(), DECISION));
        service.concluded(X02, after);
        assertThat(service.events("reaction.concluded.v1").stream().filter(event -> event.at("/fact").asString().equals("tolerance/900001/0") && event.at("/reaction").asString().equals(X02))).hasSize(1);
        assertThat(service.events("assessment.negative-evaluation-annulled.v1").stream().filter(event -> event.at("/factId").asString().equals(fact))).hasSize(1);
    }

    @Test
    @DisplayName("X-04: a flag that rests on the tolerated fact is cleared")
    void a_flag_that_rests_on_the_tolerated_fact_is_cleared() {
        String fact = newId();
        String flag = service.create(OFFICER, "/candidacy-flags", "{\"cadre\":\"" + CADRE + "\",\"factId\":\"" + fact + "\",\"reason\":\"待查\"}").id();
        assertThat(service.read(DECIDER, "/candidates/" + CADRE).json().at("/flags").valueStream().map(row -> row.at("/id").asString())).contains(flag);
        String published = broker.publish("tolerance", granted(fact, CADRE, WEIHAI, List.of(EffectGroup.PROMOTION_RANK_TITLE)));
        assertThat(conclusions(service.concluded(X04, published))).containsOnly("DONE");
        assertThat(service.read(DECIDER, "/candidates/" + CADRE).json().at("/flags").valueStream().map(row -> row.at("/id").asString())).doesNotContain(flag);
        service.create(OFFICER, "/candidacy-flags", "{\"cadre\":\"" + CADRE + "\",\"factId\":\"" + fact + "\",\"reason\":\"待查\"}").isProblem(422, "refused-by-rule");
    }

    @Test
    @DisplayName("The same fact: what was decided on one of two joined facts counts for the other, until they are parted")
    void what_was_decided_on_one_of_two_joined_facts_counts_for_the_other() {
        String tolerated = newId();
        String other = newId();
        String evaluation = enter(OFFICER, CADRE, other, "ANNUAL").id();
        service.concluded(X02, broker.publish("tolerance", granted(tolerated, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS))));
        FactsLinked link = new FactsLinked(newId(), newId(), tolerated, other, WEIHAI);
        service.concluded("when-facts-linked-then-join-them", broker.publish("tolerance", link));
        service.read(OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
        enter(OFFICER, CADRE, other, "ANNUAL").isProblem(422, "refused-by-rule");

        service.concluded("when-facts-unlinked-then-part-them", broker.publish("tolerance", new FactsUnlinked(link.rootCase(), link.link(), tolerated, other, WEIHAI)));
        assertThat(enter(OFFICER, CADRE, other, "ANNUAL").status()).isEqualTo(201);
        enter(OFFICER, CADRE, tolerated, "ANNUAL").isProblem(422, "refused-by-rule");
    }

    @Test
    void facts_joined_before_the_decision_are_decided_alike() {
        String left = newId();
        String right = newId();
        service.concluded("when-facts-linked-then-join-them", broker.publish("tolerance", new FactsLinked(newId(), newId(), left, right, WEIHAI)));
        String evaluation = enter(OFFICER, CADRE, right, "ANNUAL").id();
        service.concluded(X02, broker.publish("tolerance", granted(left, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS))));
        service.read(OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
    }

    @Test
    @DisplayName("X-10: a new decision in the same case asks a person before the protection falls; nothing annulled comes back by itself")
    void a_new_decision_in_the_same_case_asks_before_the_protection_falls() {
        String fact = newId();
        ToleranceGranted granted = granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS));
        service.concluded(X02, broker.publish("tolerance", granted));
        String refused = broker.publish("tolerance", new ToleranceRefused(granted.rootCase(), granted.toleranceCase(), WEIHAI, UNIT, fact, CADRE, UNIT, null, List.of(), today, DECISION));
        assertThat(conclusions(service.concluded("when-tolerance-refused-then-ask-to-lift", refused))).containsExactly("ASKED");
        enter(OFFICER, CADRE, fact, "ANNUAL").isProblem(422, "refused-by-rule");
        JsonNode question = service.read(DECIDER, "/questions?state=OPEN").json().at("/items").valueStream()
                .filter(row -> row.at("/target").asString().equals("lift/" + granted.toleranceCase())).findFirst().orElseThrow();
        assertThat(service.change(DECIDER, "/questions/" + question.at("/id").asString() + "/answer", question.at("/version").asLong(), "{\"accept\":true,\"reason\":\"决定已变更\"}").status()).isEqualTo(200);
        assertThat(enter(OFFICER, CADRE, fact, "ANNUAL").status()).isEqualTo(201);

        String never = broker.publish("tolerance", new ToleranceRefused(newId(), newId(), WEIHAI, UNIT, newId(), CADRE, UNIT, null, List.of(), today, DECISION));
        assertThat(conclusions(service.concluded("when-tolerance-refused-then-ask-to-lift", never))).containsExactly("NOTHING_TO_DO");
    }

    @Test
    void an_evaluation_is_withdrawn_by_a_person_with_the_version_he_read() {
        String evaluation = enter(OFFICER, CADRE, newId(), "ANNUAL").id();
        Reply read = service.read(OFFICER, "/negative-evaluations/" + evaluation);
        assertThat(read.etag()).isEqualTo("\"0\"");
        assertThat(service.read(OFFICER, "/negative-evaluations/" + evaluation + "/acts").json().at("/0/allowed").asBoolean()).isTrue();
        service.create(OFFICER, "/negative-evaluations/" + evaluation + "/withdrawal", "{\"reason\":\"录入有误\"}").isProblem(428, "precondition-required");
        service.change(OFFICER, "/negative-evaluations/" + evaluation + "/withdrawal", 4, "{\"reason\":\"录入有误\"}").isProblem(412, "stale-version");
        assertThat(service.change(OFFICER, "/negative-evaluations/" + evaluation + "/withdrawal", 0, "{\"reason\":\"录入有误\"}").status()).isEqualTo(200);
        service.change(OFFICER, "/negative-evaluations/" + evaluation + "/withdrawal", 1, "{\"reason\":\"录入有误\"}").isProblem(404, "not-found");
    }

    @Test
    void entering_is_refused_for_the_wrong_role_place_person_and_form_and_writes_nothing() {
        long before = service.ledger().head();
        enter(NOBODY, CADRE, newId(), "ANNUAL").isProblem(403, "forbidden-role");
        enter(ELSEWHERE, CADRE, newId(), "ANNUAL").isProblem(403, "wrong-jurisdiction");
        enter(actor(CADRE, WEIHAI, Role.ORG_OFFICER), CADRE, newId(), "ANNUAL").isProblem(403, "own-case");
        enter(OFFICER, newId(), newId(), "ANNUAL").isProblem(404, "not-found");
        enter(OFFICER, CADRE, newId(), "SOMETIMES").isProblem(400, "malformed-request");
        service.call("POST", OFFICER, "/negative-evaluations", "{}").isProblem(400, "malformed-request");
        assertThat(service.events("assessment.negative-evaluation-entered.v1").stream().filter(event -> event.at("/jurisdiction").asString().isBlank())).isEmpty();
        assertThat(service.ledger().head()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void a_selector_finishes_a_silent_question_by_naming_the_rule_he_looked_at() {
        Reply candidate = service.read(DECIDER, "/candidates/" + CADRE);
        assertThat(candidate.text("/bars/value")).isEqualTo("UNDEFINED");
        assertThat(candidate.json().at("/bars/nationalRules")).isNotEmpty();
        assertThat(service.create(DECIDER, "/candidates/" + CADRE + "/other-rules-consulted", "{\"rule\":\"党政领导干部选拔任用工作条例 第二十四条\",\"result\":\"无禁止情形\"}").status()).isEqualTo(200);
        assertThat(service.read(DECIDER, "/candidates/" + CADRE).text("/bars/otherRulesConsulted/0/result")).isEqualTo("无禁止情形");
        assertThat(CADRE_HIMSELF.roles()).containsExactly(Role.CADRE);
        service.read(CADRE_HIMSELF, "/candidates/" + CADRE).isProblem(403, "forbidden-role");
    }

    private ClarificationIssued cleared(String fact, String cadre, String place) {
        return new ClarificationIssued(newId(), place, cadre, List.of(fact), today, DECISION);
    }

    @Test
    @DisplayName("X-13 in Shandong: what rested on a cleared fact is undone by itself and cannot come again (鲁·四·1)")
    void a_clarification_undoes_what_rested_on_the_fact() {
        String fact = newId();
        String evaluation = enter(SHANDONG_OFFICER, SHANDONG_CADRE, fact, "COMPREHENSIVE").id();
        String flag = service.create(SHANDONG_OFFICER, "/candidacy-flags", "{\"cadre\":\"" + SHANDONG_CADRE + "\",\"factId\":\"" + fact + "\",\"reason\":\"待查\"}").id();
        String published = broker.publish("clarification", cleared(fact, SHANDONG_CADRE, "370000"));
        assertThat(conclusions(service.concluded(X13, published))).containsOnly("DONE");

        service.read(SHANDONG_OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
        assertThat(service.read(SHANDONG_DECIDER, "/candidates/" + SHANDONG_CADRE).json().at("/flags").toString()).doesNotContain(flag);
        Reply again = enter(SHANDONG_OFFICER, SHANDONG_CADRE, fact, "ANNUAL");
        again.isProblem(422, "refused-by-rule");
        assertThat(again.text("/messages/zh")).contains("澄清正名");
        assertThat(again.text("/clauses/0/place")).isEqualTo("鲁·四·1");
        service.create(SHANDONG_OFFICER, "/candidacy-flags", "{\"cadre\":\"" + SHANDONG_CADRE + "\",\"factId\":\"" + fact + "\",\"reason\":\"待查\"}").isProblem(422, "refused-by-rule");
        JsonNode annulled = service.events("assessment.negative-evaluation-annulled.v1").stream().filter(event -> event.at("/evaluation").asString().equals(evaluation)).findFirst().orElseThrow();
        assertThat(annulled.at("/cause").asString()).isEqualTo(published);
        assertThat(annulled.at("/ground/support").asString()).isEqualTo("OWN");
    }

    @Test
    @DisplayName("X-13 in Weihai: inherited from 鲁·四·1, so a person is asked while no reading is confirmed; another cadre's entry on the fact stays")
    void an_inherited_clause_asks_before_it_undoes_anything() {
        String fact = newId();
        String evaluation = enter(OFFICER, CADRE, fact, "ANNUAL").id();
        assertThat(conclusions(service.concluded(X13, broker.publish("clarification", cleared(fact, CADRE, WEIHAI))))).containsExactlyInAnyOrder("DONE", "ASKED");
        assertThat(service.read(OFFICER, "/negative-evaluations/" + evaluation).status()).isEqualTo(200);
        JsonNode question = service.read(DECIDER, "/questions?state=OPEN").json().at("/items").valueStream().filter(row -> row.at("/target").asString().equals(evaluation)).findFirst().orElseThrow();
        assertThat(service.change(DECIDER, "/questions/" + question.at("/id").asString() + "/answer", question.at("/version").asLong(), "{\"accept\":true,\"reason\":\"消除负面影响\"}").status()).isEqualTo(200);
        service.read(OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
        enter(OFFICER, CADRE, fact, "ANNUAL").isProblem(422, "refused-by-rule");
    }

    @Test
    @DisplayName("X-13 and the same fact: a fact joined with a cleared one is cleared too, until they are parted")
    void a_fact_joined_with_a_cleared_one_is_cleared_too() {
        String cleared = newId();
        String other = newId();
        String evaluation = enter(SHANDONG_OFFICER, SHANDONG_CADRE, other, "ANNUAL").id();
        service.concluded(X13, broker.publish("clarification", cleared(cleared, SHANDONG_CADRE, "370000")));
        FactsLinked link = new FactsLinked(newId(), newId(), other, cleared, "370000");
        service.concluded("when-facts-linked-then-join-them", broker.publish("tolerance", link));
        service.read(SHANDONG_OFFICER, "/negative-evaluations/" + evaluation).isProblem(404, "not-found");
        service.concluded("when-facts-unlinked-then-part-them", broker.publish("tolerance", new FactsUnlinked(link.rootCase(), link.link(), other, cleared, "370000")));
        assertThat(enter(SHANDONG_OFFICER, SHANDONG_CADRE, other, "ANNUAL").status()).isEqualTo(201);
        enter(SHANDONG_OFFICER, SHANDONG_CADRE, cleared, "ANNUAL").isProblem(422, "refused-by-rule");
    }
}
