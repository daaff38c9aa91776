package cn.dandang.incentive;

import static cn.dandang.incentive.Given.CADRE;
import static cn.dandang.incentive.Given.DECIDER;
import static cn.dandang.incentive.Given.ELSEWHERE;
import static cn.dandang.incentive.Given.NOBODY;
import static cn.dandang.incentive.Given.OFFICER;
import static cn.dandang.incentive.Given.OTHER_OFFICER;
import static cn.dandang.incentive.Given.PARTY;
import static cn.dandang.incentive.Given.WEIHAI;
import static cn.dandang.incentive.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.ClarificationFact.ClarificationIssued;
import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.IncentiveFact;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.Topics;
import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.contracts.ToleranceFact.ToleranceMitigated;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.testing.Running.Reply;
import cn.dandang.kit.testing.Running;
import cn.dandang.kit.testing.TestBroker;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Merge;
import cn.dandang.policy.PolicySnapshot;
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
class IncentiveServiceTest {
    private static final String X03 = "when-tolerance-granted-then-release-holds";
    private static final String X33 = "when-tolerance-granted-then-propose-talk";
    private static final String X13 = "when-clarification-issued-then-undo-what-rested-on-it";
    private static final String X13_TALK = "when-clarification-issued-then-owe-talk";
    private static final String UNIT = "0195d3a0-0002-7100-8000-000000000001";
    private static final Actor SHANDONG_OFFICER = actor("shandong-officer", "370000", Role.BENEFITS_OFFICER);
    private static final String SHANDONG_CADRE = "0195d3a0-0001-7200-8000-000000000001";
    private static final String ANHUI_CADRE = "0195d3a0-0003-7200-8000-000000000001";
    private static final Actor HIMSELF = actor(CADRE, WEIHAI, Role.CADRE);
    private static final Actor AUDITOR = actor("auditor", "000000", Role.AUDITOR);
    private static final Actor ANHUI_OFFICER = actor("anhui-officer", "340000", Role.BENEFITS_OFFICER);
    private static final Actor ANHUI_DECIDER = actor("anhui-decider", "340000", Role.ORG_DECIDER);
    private static final Ground DECISION = new Ground("tolerance.weihai", Support.OWN, List.of(new Citation("威", "威·四·12", "可以免除相关单位及当事人的责任")), null, false, "v1");

    @TempDir
    private static Path folder;
    private TestBroker broker;
    private Running service;
    private LocalDate today;

    @BeforeAll
    void start() throws Exception {
        broker = new TestBroker();
        service = new Running(IncentiveServiceApplication.class, "incentive", folder, broker, "--dandang.places.require-setup=true");
        today = service.context.getBean(BusinessClock.class).today();
        PersonalData personal = service.context.getBean(PersonalData.class);
        LocalDate from = LocalDate.of(2018, 9, 1);
        broker.publish("assessment", new RegisterFact.PersonRegistered(CADRE, personal.seal("person:" + CADRE, CADRE, "name", "冯敬之（演示）").toText(), WEIHAI, true));
        broker.publish("assessment", new RegisterFact.PersonRegistered(SHANDONG_CADRE, personal.seal("person:" + SHANDONG_CADRE, SHANDONG_CADRE, "name", "吴望舒（演示）").toText(), "370000", true));
        broker.publish("assessment", new RegisterFact.PersonRegistered(ANHUI_CADRE, personal.seal("person:" + ANHUI_CADRE, ANHUI_CADRE, "name", "蒋明德（演示）").toText(), "340000", true));
        broker.publish("assessment", new PolicyFact.DocumentDated("d1", "鲁", from, "演示数据，非文件所载", true, "office", today));
        broker.publish("assessment", new PolicyFact.DocumentDated("d2", "皖", from, "演示数据，非文件所载", true, "office", today));
        broker.publish("assessment", new PolicyFact.ReadingConfirmed("r1", "weihai.effect-groups", WEIHAI, "applies", "依据上级意见", true, "person", "office", today));
        for (String place : List.of(WEIHAI, "370000", "340000")) {
            broker.publish("assessment", new PolicyFact.PlaceOpened("opening-" + place, place, "person", "approver", true, today));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).isOpened("340000")
                && service.context.getBean(CurrentPolicy.class).snapshot().confirmed("weihai.effect-groups", WEIHAI, today).isPresent()
                && service.context.getBean(CurrentRegister.class).register().person(ANHUI_CADRE).isPresent());
    }

    @AfterAll
    void stop() {
        service.close();
        broker.close();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private String nominated(Actor officer, String cadre) {
        return service.create(officer, "/award-nominations", "{\"cadre\":\"" + cadre + "\",\"award\":\"记三等功\"}").id();
    }

    private Reply hold(Actor officer, String nomination, String fact) {
        return service.change(officer, "/award-nominations/" + nomination + "/hold", 0, "{\"reason\":\"存在负面评价，待查\",\"factId\":\"" + fact + "\",\"basis\":\"" + newId() + "\"}");
    }

    private ToleranceGranted granted(String fact, String cadre, String place, List<EffectGroup> groups) {
        return new ToleranceGranted(newId(), newId(), place, UNIT, fact, cadre, UNIT, SubjectKind.PERSON, cadre, null, groups, List.of(), today, newId(), DECISION);
    }

    private static List<String> conclusions(JsonNode targets) {
        return targets.valueStream().map(target -> target.at("/conclusion").asString()).toList();
    }

    @Test
    @DisplayName("no nomination begins in a place that is not set up; once it is, the same request is taken")
    void nothing_begins_in_a_place_that_is_not_open() {
        String cadre = UUID.randomUUID().toString();
        Actor officer = actor("guizhou-awards", "520000", Role.BENEFITS_OFFICER);
        broker.publish("assessment", new RegisterFact.PersonRegistered(cadre, service.context.getBean(PersonalData.class).seal("person:" + cadre, cadre, "name", "韩知远（演示）").toText(), "520000", true));
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentRegister.class).register().person(cadre).isPresent());
        String body = "{\"cadre\":\"" + cadre + "\",\"award\":\"优秀公务员\"}";
        service.create(officer, "/award-nominations", body, "Idempotency-Key", "kept-for-later").isProblem(409, "place-not-opened");
        broker.publish("assessment", new PolicyFact.PlaceOpened("opening-520000", "520000", "person", "approver", true, today));
        await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).isOpened("520000"));
        assertThat(service.create(officer, "/award-nominations", body, "Idempotency-Key", "kept-for-later").status()).isEqualTo(201);
    }

    @Test
    @DisplayName("what a change of the rules would mean for a nomination is told in words, and nothing is written")
    void the_impact_of_a_change_on_a_nomination_is_told() {
        String nomination = service.create(ANHUI_OFFICER, "/award-nominations", "{\"cadre\":\"" + ANHUI_CADRE + "\",\"award\":\"优秀公务员\"}").id();
        Actor policy = actor("anhui-policy", "340000", Role.POLICY_ADMIN);
        PolicySnapshot rules = service.context.getBean(CurrentPolicy.class).snapshot();
        String stated = rules.catalogue().entries("AWD").stream().flatMap(entry -> entry.questions().stream()).map(question -> rules.rule(question, "皖"))
                .filter(one -> one.answer() == Answered.STATED && one.merge() != Merge.UNION).findFirst().orElseThrow().id();
        String items = "{\"items\":[{\"kind\":\"RULE\",\"target\":\"" + stated + "\",\"from\":\"" + today.plusDays(1) + "\",\"jurisdiction\":\"340000\",\"basis\":\"文件登记簿\",\"answer\":\"NOT_STATED\",\"modal\":\"NONE\",\"saysZh\":\"不再载明。\",\"saysEn\":\"No longer stated.\"}]}";
        service.read(ANHUI_OFFICER, "/award-nominations/" + nomination);
        int before = service.events("incentive.nomination-proposed.v1").size();
        Reply told = service.create(policy, "/policy-impacts", items);
        assertThat(told.status()).as(told.response().body()).isEqualTo(200);
        JsonNode entry = told.json().at("/entries").valueStream().filter(one -> one.at("/id").asString().equals(nomination)).findFirst().orElseThrow();
        assertThat(entry.at("/kind").asString()).isEqualTo("AWARD_NOMINATION");
        assertThat(entry.at("/open").asBoolean()).isTrue();
        assertThat(entry.at("/differences/0/before/zh").asString()).isNotEqualTo(entry.at("/differences/0/after/zh").asString());
        assertThat(entry.at("/differences/0/name/zh").asString()).isNotBlank();
        assertThat(told.json().at("/asked").asLong()).isGreaterThanOrEqualTo(told.json().at("/differing").asLong());
        assertThat(service.events("incentive.nomination-proposed.v1")).hasSize(before);
        service.create(ANHUI_OFFICER, "/policy-impacts", items).isProblem(403, "forbidden-role");
        assertThat(service.create(actor("weihai-policy", WEIHAI, Role.POLICY_APPROVER), "/policy-impacts", items).json().toString()).as("of one's own place and below").doesNotContain(nomination);
    }

    @Test
    @DisplayName("X-03, confirmed in Weihai: the hold is released with clause and cause; the award stays a person's decision (鲁·三·3)")
    void a_tolerated_facts_hold_is_released_and_cannot_be_placed_again() {
        String fact = newId();
        String nomination = nominated(OFFICER, CADRE);
        assertThat(hold(OFFICER, nomination, fact).status()).isEqualTo(200);
        assertThat(service.read(OTHER_OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("HELD");
        service.change(DECIDER, "/award-nominations/" + nomination + "/conferral", 0, "{}").isProblem(409, "wrong-state");

        String published = broker.publish("tolerance", granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS)));
        assertThat(conclusions(service.concluded(X03, published))).containsOnly("DONE");
        JsonNode released = service.events("incentive.nomination-released.v1").stream().filter(event -> event.at("/nomination").asString().equals(nomination)).findFirst().orElseThrow();
        assertThat(released.at("/cause").asString()).isEqualTo(published);
        assertThat(released.at("/ground/support").asString()).isEqualTo("INHERITED");
        assertThat(service.events("incentive.award-conferred.v1").stream().map(event -> event.at("/nomination").asString())).doesNotContain(nomination);

        Reply again = hold(OFFICER, nomination, fact);
        again.isProblem(422, "refused-by-rule");
        assertThat(again.json().at("/clauses").valueStream().map(clause -> clause.at("/place").asString())).contains("鲁·三·3");
        Reply conferred = service.change(DECIDER, "/award-nominations/" + nomination + "/conferral", 0, "{}");
        assertThat(conferred.status()).isEqualTo(200);
        assertThat(conferred.etag()).isEqualTo("\"1\"");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(broker.committed(Topics.facts("incentive")).stream().map(received -> received.fact().type()))
                .contains("incentive.nomination-proposed.v1", "incentive.nomination-held.v1", "incentive.nomination-released.v1", "incentive.award-conferred.v1"));
        assertThat(broker.committed(Topics.facts("incentive")).stream().map(received -> received.fact()).filter(IncentiveFact.NominationReleased.class::isInstance).map(IncentiveFact.NominationReleased.class::cast))
                .anySatisfy(told -> assertThat(told.nomination()).isEqualTo(nomination));
    }

    @Test
    @DisplayName("R-15: a released hold leaves no trace but for the cadre himself and the auditor, not even in the version")
    void a_released_hold_leaves_no_trace_but_for_the_cadre_himself_and_the_auditor() {
        String fact = newId();
        String nomination = nominated(OFFICER, CADRE);
        Reply before = service.read(OTHER_OFFICER, "/award-nominations/" + nomination);
        String acts = service.read(OTHER_OFFICER, "/award-nominations/" + nomination + "/acts").response().body();
        hold(OFFICER, nomination, fact);
        service.concluded(X03, broker.publish("tolerance", granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS))));

        Reply after = service.read(OTHER_OFFICER, "/award-nominations/" + nomination);
        assertThat(after.response().body()).isEqualTo(before.response().body());
        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(service.read(OTHER_OFFICER, "/award-nominations/" + nomination + "/acts").response().body()).isEqualTo(acts);
        assertThat(service.read(HIMSELF, "/award-nominations/" + nomination).text("/releasedHolds/0/ground/support")).isEqualTo("INHERITED");
        assertThat(service.read(AUDITOR, "/award-nominations?cadre=" + CADRE).json().at("/items").valueStream().filter(row -> row.at("/id").asString().equals(nomination))
                .findFirst().orElseThrow().at("/releasedHolds/0/hold/reason").asString()).isEqualTo("存在负面评价，待查");
    }

    @Test
    @DisplayName("who looks at a list of nominations or talks is on record with the filter, the page and how many he was shown")
    void looks_at_lists_are_on_record() {
        nominated(OFFICER, CADRE);
        String first = nominated(OFFICER, CADRE);
        for (String list : List.of("/award-nominations?cadre=" + CADRE + "&limit=1", "/award-nominations?after=" + first + "&limit=1", "/talks")) {
            int shown = service.read(OFFICER, list).json().at("/items").size();
            ReadRecorded look = service.reads().getLast();
            assertThat(look.what()).isEqualTo("/api/incentive/v1" + list);
            assertThat(look.person()).isEqualTo(OFFICER.person());
            assertThat(look.rows()).as(list).isEqualTo(shown);
        }
        assertThat(service.reads().stream().filter(look -> look.what().contains("limit=1")).map(ReadRecorded::rows)).containsExactly(1, 1);
        service.read(OFFICER, "/award-nominations/" + first + "/acts").json();
        assertThat(service.reads().getLast().what()).as("a part by its address alone").isEqualTo("/api/incentive/v1/award-nominations/" + first + "/acts");
        assertThat(service.read(OFFICER, "/award-nominations/" + first).status()).isEqualTo(200);
        service.read(OFFICER, "/award-nominations/" + first + "/acts").json();
        assertThat(service.reads().getLast().what()).as("one look with its matter").isEqualTo("/api/incentive/v1/award-nominations/" + first);
    }

    @Test
    @DisplayName("X-03 in Anhui: not stated there, so a person is asked; declining leaves the hold")
    void where_the_documents_do_not_state_it_a_person_is_asked() {
        String fact = newId();
        String nomination = nominated(ANHUI_OFFICER, ANHUI_CADRE);
        hold(ANHUI_OFFICER, nomination, fact);
        assertThat(conclusions(service.concluded(X03, broker.publish("tolerance", granted(fact, ANHUI_CADRE, "340000", List.of()))))).contains("ASKED");
        JsonNode question = service.read(ANHUI_DECIDER, "/questions?state=OPEN").json().at("/items").valueStream().filter(row -> row.at("/target").asString().equals(nomination)).findFirst().orElseThrow();
        assertThat(service.change(ANHUI_DECIDER, "/questions/" + question.at("/id").asString() + "/answer", question.at("/version").asLong(), "{\"accept\":false,\"reason\":\"文件未载明\"}").status()).isEqualTo(200);
        assertThat(service.read(ANHUI_OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("HELD");
    }

    @Test
    void a_decision_about_a_unit_or_without_the_group_releases_nothing() {
        String fact = newId();
        String nomination = nominated(OFFICER, CADRE);
        hold(OFFICER, nomination, fact);
        ToleranceGranted unit = new ToleranceGranted(newId(), newId(), WEIHAI, UNIT, fact, CADRE, UNIT, SubjectKind.UNIT, UNIT, null, List.of(EffectGroup.ASSESSMENT_AND_AWARDS), List.of(), today, newId(), DECISION);
        String published = broker.publish("tolerance", unit);
        assertThat(conclusions(service.concluded(X03, published))).containsExactly("NOTHING_TO_DO");
        assertThat(conclusions(service.concluded(X33, published))).containsExactly("NOTHING_TO_DO");
        service.concluded(X03, broker.publish("tolerance", granted(fact, CADRE, WEIHAI, List.of(EffectGroup.PROMOTION_RANK_TITLE))));
        assertThat(service.read(OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("HELD");
    }

    @Test
    @DisplayName("X-33 威·六·18: a talk is proposed, which a person accepts and holds; its notes are in no answer and no fact")
    void a_talk_is_proposed_accepted_and_held() {
        String published = broker.publish("tolerance", granted(newId(), CADRE, WEIHAI, List.of()));
        JsonNode targets = service.concluded(X33, published);
        assertThat(conclusions(targets)).containsExactly("DONE");
        String talk = targets.at("/0/target").asString();
        assertThat(service.read(PARTY, "/talks/" + talk + "/acts").status()).isEqualTo(200);
        assertThat(service.reads().getLast().what()).isEqualTo("/api/incentive/v1/talks/" + talk + "/acts");
        Reply proposed = service.read(PARTY, "/talks/" + talk);
        assertThat(proposed.text("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.text("/ground/support")).isEqualTo("INFERRED");
        assertThat(proposed.text("/ground/clauses/0/place")).isEqualTo("威·六·18");
        assertThat(service.read(PARTY, "/todos").json().toString()).contains(talk);
        service.read(OFFICER, "/talks/" + talk).isProblem(403, "forbidden-role");
        assertThat(service.read(DECIDER, "/talks").json().at("/items")).isEmpty();
        service.read(DECIDER, "/talks?cadre=" + CADRE).isProblem(403, "forbidden-role");
        assertThat(service.read(PARTY, "/talks/" + talk + "/acts").json().valueStream().filter(act -> act.at("/allowed").asBoolean()).map(act -> act.at("/act").asString())).containsExactly("acceptance", "declining");

        assertThat(service.change(PARTY, "/talks/" + talk + "/acceptance", 0, "{\"reason\":\"及时谈心\"}").status()).isEqualTo(200);
        service.change(PARTY, "/talks/" + talk + "/declining", 1, "{\"reason\":\"不需要\"}").isProblem(409, "wrong-state");
        assertThat(service.change(PARTY, "/talks/" + talk + "/holding", 1, "{\"notes\":\"谈话笔录内容\"}").status()).isEqualTo(200);
        Reply held = service.read(HIMSELF, "/talks/" + talk);
        assertThat(held.text("/state")).isEqualTo("HELD");
        assertThat(held.response().body()).doesNotContain("谈话笔录内容");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(broker.committed(Topics.facts("incentive")).stream().map(received -> received.fact())
                .filter(IncentiveFact.TalkMoved.class::isInstance).map(IncentiveFact.TalkMoved.class::cast).filter(moved -> moved.talk().equals(talk)).map(IncentiveFact.TalkMoved::step))
                .containsExactly(IncentiveFact.TalkStep.PROPOSED, IncentiveFact.TalkStep.PLANNED, IncentiveFact.TalkStep.HELD));
    }

    @Test
    void a_talk_is_declined_with_a_reason_and_proposed_only_where_a_clause_speaks_of_it() {
        String talk = service.concluded(X33, broker.publish("tolerance", granted(newId(), CADRE, WEIHAI, List.of()))).at("/0/target").asString();
        service.change(PARTY, "/talks/" + talk + "/declining", 0, "{\"reason\":\" \"}").isProblem(400, "malformed-request");
        assertThat(service.change(PARTY, "/talks/" + talk + "/declining", 0, "{\"reason\":\"本人正在外学习\"}").status()).isEqualTo(200);
        assertThat(service.read(HIMSELF, "/talks?cadre=" + CADRE).json().toString()).contains("本人正在外学习");
        assertThat(conclusions(service.concluded(X33, broker.publish("tolerance", granted(newId(), ANHUI_CADRE, "340000", List.of()))))).containsExactly("NOTHING_TO_DO");
    }

    @Test
    void a_fact_that_comes_twice_is_concluded_once() {
        ToleranceGranted granted = granted(newId(), CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS));
        broker.publishAt("tolerance", 900_001, granted);
        broker.publishAt("tolerance", 900_001, granted);
        service.concluded(X03, broker.publish("tolerance", new ToleranceGranted(granted.rootCase(), newId(), WEIHAI, UNIT, newId(), CADRE, UNIT, SubjectKind.UNIT, UNIT, null, List.of(), List.of(), today, newId(), DECISION)));
        assertThat(service.events("reaction.concluded.v1").stream().filter(event -> event.at("/fact").asString().equals("tolerance/900001/0"))).hasSize(2);
        assertThat(service.events("incentive.talk-proposed.v1").stream().filter(event -> event.at("/cause").asString().equals("tolerance/900001/0"))).hasSize(1);
    }

    @Test
    @DisplayName("The same fact: a hold on one of two joined facts is released by the decision on the other, until they are parted")
    void a_hold_on_one_of_two_joined_facts_is_released_by_the_decision_on_the_other() {
        String tolerated = newId();
        String other = newId();
        String nomination = nominated(OFFICER, CADRE);
        hold(OFFICER, nomination, other);
        service.concluded(X03, broker.publish("tolerance", granted(tolerated, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS))));
        FactsLinked link = new FactsLinked(newId(), newId(), tolerated, other, WEIHAI);
        service.concluded("when-facts-linked-then-join-them", broker.publish("tolerance", link));
        assertThat(service.read(OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("PROPOSED");
        hold(OFFICER, nomination, other).isProblem(422, "refused-by-rule");
        service.concluded("when-facts-unlinked-then-part-them", broker.publish("tolerance", new FactsUnlinked(link.rootCase(), link.link(), tolerated, other, WEIHAI)));
        assertThat(hold(OFFICER, nomination, other).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("X-10: a new decision in the same case asks a person before holds are possible again")
    void a_new_decision_in_the_same_case_asks_before_the_protection_falls() {
        String fact = newId();
        ToleranceGranted granted = granted(fact, CADRE, WEIHAI, List.of(EffectGroup.ASSESSMENT_AND_AWARDS));
        service.concluded(X03, broker.publish("tolerance", granted));
        String mitigated = broker.publish("tolerance", new ToleranceMitigated(granted.rootCase(), granted.toleranceCase(), WEIHAI, UNIT, fact, CADRE, UNIT, null, ToleranceFact.Mitigation.LIGHTER, "诫勉", "批评教育",
                List.of(), today, DECISION));
        assertThat(conclusions(service.concluded("when-tolerance-mitigated-then-ask-to-lift", mitigated))).containsExactly("ASKED");
    }

    @Test
    @DisplayName("D-20: a hold is reviewed by somebody other than the holder, and waits in his to-dos")
    void a_hold_is_reviewed_by_somebody_other_than_the_holder() {
        String nomination = nominated(OFFICER, CADRE);
        hold(OFFICER, nomination, newId());
        assertThat(service.read(OTHER_OFFICER, "/todos").json().toString()).contains(nomination);
        assertThat(service.read(OFFICER, "/todos").json().toString()).doesNotContain(nomination);
        service.change(OFFICER, "/award-nominations/" + nomination + "/release", 0, "{\"reason\":\"查清\"}").isProblem(403, "own-case");
        assertThat(service.change(OTHER_OFFICER, "/award-nominations/" + nomination + "/renewal", 0, "{\"reason\":\"仍待查\"}").status()).isEqualTo(200);
        service.change(OTHER_OFFICER, "/award-nominations/" + nomination + "/release", 0, "{\"reason\":\"查清\"}").isProblem(403, "own-case");
        assertThat(service.change(OFFICER, "/award-nominations/" + nomination + "/release", 0, "{\"reason\":\"查清\"}").status()).isEqualTo(200);
        assertThat(service.read(OTHER_OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("PROPOSED");
        assertThat(hold(OFFICER, nomination, newId()).status()).isEqualTo(200);
    }

    @Test
    void orders_are_refused_for_the_wrong_role_place_person_version_and_form() {
        String nomination = nominated(OFFICER, CADRE);
        String body = "{\"cadre\":\"" + CADRE + "\",\"award\":\"记三等功\"}";
        service.create(NOBODY, "/award-nominations", body).isProblem(403, "forbidden-role");
        service.create(ELSEWHERE, "/award-nominations", body).isProblem(403, "wrong-jurisdiction");
        service.create(actor(CADRE, WEIHAI, Role.BENEFITS_OFFICER), "/award-nominations", body).isProblem(403, "own-case");
        service.create(OFFICER, "/award-nominations", "{\"cadre\":\"" + newId() + "\",\"award\":\"记三等功\"}").isProblem(404, "not-found");
        service.create(OFFICER, "/award-nominations", "{}").isProblem(400, "malformed-request");
        service.call("POST", OFFICER, "/award-nominations", body).isProblem(400, "malformed-request");
        service.create(OFFICER, "/award-nominations/" + nomination + "/hold", "{\"reason\":\"x\",\"factId\":\"" + newId() + "\"}").isProblem(428, "precondition-required");
        service.change(OFFICER, "/award-nominations/" + nomination + "/hold", 7, "{\"reason\":\"x\",\"factId\":\"" + newId() + "\"}").isProblem(412, "stale-version");
        service.change(OFFICER, "/award-nominations/" + newId() + "/hold", 0, "{\"reason\":\"x\",\"factId\":\"" + newId() + "\"}").isProblem(404, "not-found");
        service.change(OFFICER, "/award-nominations/" + nomination + "/conferral", 0, "{}").isProblem(403, "forbidden-role");
        service.read(NOBODY, "/award-nominations/" + nomination).isProblem(403, "forbidden-role");
        service.read(ELSEWHERE, "/award-nominations/" + nomination).isProblem(403, "wrong-jurisdiction");
        String key = newId();
        Reply first = service.call("POST", OFFICER, "/award-nominations", body, "Idempotency-Key", key);
        assertThat(service.call("POST", OFFICER, "/award-nominations", body, "Idempotency-Key", key).id()).isEqualTo(first.id());
        service.call("POST", OFFICER, "/award-nominations", "{\"cadre\":\"" + CADRE + "\",\"award\":\"嘉奖\"}", "Idempotency-Key", key).isProblem(409, "idempotency-conflict");
    }

    private ClarificationIssued cleared(String fact, String cadre, String place) {
        return new ClarificationIssued(newId(), place, cadre, List.of(fact), today, DECISION);
    }

    private Reply answered(Actor officer, String target) {
        JsonNode question = service.read(officer, "/questions?state=OPEN").json().at("/items").valueStream().filter(row -> row.at("/target").asString().equals(target)).findFirst().orElseThrow();
        return service.change(officer, "/questions/" + question.at("/id").asString() + "/answer", question.at("/version").asLong(), "{\"accept\":true,\"reason\":\"消除负面影响\"}");
    }

    @Test
    @DisplayName("X-13 in Shandong: the hold on a cleared fact is released by itself and cannot come again (鲁·四·1); no clause there orders a talk")
    void a_clarification_releases_what_was_held_on_the_fact() {
        String fact = newId();
        String nomination = nominated(SHANDONG_OFFICER, SHANDONG_CADRE);
        hold(SHANDONG_OFFICER, nomination, fact);
        String published = broker.publish("clarification", cleared(fact, SHANDONG_CADRE, "370000"));
        assertThat(conclusions(service.concluded(X13, published))).containsOnly("DONE");
        assertThat(conclusions(service.concluded(X13_TALK, published))).containsExactly("NOTHING_TO_DO");
        assertThat(service.read(SHANDONG_OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("PROPOSED");
        JsonNode released = service.events("incentive.nomination-released.v1").stream().filter(event -> event.at("/nomination").asString().equals(nomination)).findFirst().orElseThrow();
        assertThat(released.at("/cause").asString()).isEqualTo(published);
        assertThat(released.at("/ground/support").asString()).isEqualTo("OWN");
        Reply again = hold(SHANDONG_OFFICER, nomination, fact);
        again.isProblem(422, "refused-by-rule");
        assertThat(again.text("/messages/zh")).contains("澄清正名");
        assertThat(again.text("/clauses/0/place")).isEqualTo("鲁·四·1");
    }

    @Test
    @DisplayName("X-13 in Weihai: the release is inherited and asked; the talk is the place's own clause, is owed, cannot be declined, is arranged and held (威·六·18)")
    void an_inherited_release_is_asked_and_the_talk_is_owed() {
        String fact = newId();
        String nomination = nominated(OFFICER, CADRE);
        hold(OFFICER, nomination, fact);
        String published = broker.publish("clarification", cleared(fact, CADRE, WEIHAI));
        assertThat(conclusions(service.concluded(X13, published))).containsExactlyInAnyOrder("DONE", "ASKED");
        assertThat(service.read(OTHER_OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("HELD");
        assertThat(answered(DECIDER, nomination).status()).isEqualTo(200);
        assertThat(service.read(OTHER_OFFICER, "/award-nominations/" + nomination).text("/state")).isEqualTo("PROPOSED");

        String talk = service.concluded(X13_TALK, published).at("/0/target").asString();
        Reply due = service.read(PARTY, "/talks/" + talk);
        assertThat(due.text("/state")).isEqualTo("DUE");
        assertThat(due.text("/ground/support")).isEqualTo("OWN");
        assertThat(due.text("/reason/zh")).contains("关心");
        assertThat(service.read(PARTY, "/todos").json().at("/items").valueStream().filter(row -> row.at("/id").asString().equals(talk)).map(row -> row.at("/title/zh").asString())).containsExactly("及时安排一次谈心谈话");
        Reply declined = service.change(PARTY, "/talks/" + talk + "/declining", 0, "{\"reason\":\"不需要\"}");
        declined.isProblem(422, "refused-by-rule");
        assertThat(declined.text("/clauses/0/place")).isEqualTo("威·六·18");
        assertThat(service.change(PARTY, "/talks/" + talk + "/acceptance", 0, "{\"reason\":\"下周安排\"}").status()).isEqualTo(200);
        assertThat(service.change(PARTY, "/talks/" + talk + "/holding", 1, "{}").status()).isEqualTo(200);
    }
}
