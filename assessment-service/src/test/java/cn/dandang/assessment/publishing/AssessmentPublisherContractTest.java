package cn.dandang.assessment.publishing;

import static cn.dandang.assessment.Given.CADRE;
import static cn.dandang.assessment.Given.FACT;
import static cn.dandang.assessment.Given.GROUND;
import static cn.dandang.assessment.Given.TEXT;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.candidate.CandidacyEvent;
import cn.dandang.assessment.evaluation.EvaluationEvent;
import cn.dandang.assessment.policy.ChangeEvent;
import cn.dandang.assessment.policy.PolicyEvent;
import cn.dandang.assessment.register.RegisterEvent;
import cn.dandang.assessment.setup.SetupEvent;
import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.assessment.standing.StandingEvent;
import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.AssessmentFact;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PolicyItem;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact.AuthorityRegistered.Role;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.publishing.RecordedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published equals the stored samples, byte for byte: consumers read them for ever. */
class AssessmentPublisherContractTest {
    private static final String ID = "0195d3a0-0002-7e00-8000-000000000001";
    private static final AssessmentPublisher PUBLISHER = new AssessmentPublisher();

    private static final List<PolicyItem> ITEMS = List.of(
            new PolicyItem(PolicyItem.Kind.PACK, "P10", TODAY, WEIHAI, "按公务员法办理", true, null, null, null, null, List.of(), null, null, List.of(), null, null),
            new PolicyItem(PolicyItem.Kind.RULE, "rectification.weihai.overdue", TODAY, WEIHAI, "市委文件登记簿", null, null, null, "STATED", "MUST", List.of("SEVERE_HANDLING"),
                    "予以严肃处理。", "Dealt with severely.", List.of(new Citation("威", "威·四·13", "予以严肃处理")), null, null));

    private static List<DomainEvent> events() {
        return List.of(new RegisterEvent.UnitRegistered(ID, "威海市水务局（演示）", "DEPARTMENT", WEIHAI, null, null, true),
                new RegisterEvent.PersonRegistered(CADRE, TEXT, WEIHAI, true),
                new RegisterEvent.PostRegistered(ID, CADRE, ID, "副局长", "COUNTY_DEPUTY", null, TODAY, null, WEIHAI),
                new RegisterEvent.AuthorityRegistered(ID, CADRE, ID, Role.LEAD, TODAY, null, WEIHAI),
                new PolicyEvent.DocumentDated("鲁", TODAY, "演示数据，非文件所载", true, "office", TODAY),
                new PolicyEvent.ReadingConfirmed("weihai.feedback", WEIHAI, "applies", "依据上级意见", true, "person", "office", TODAY),
                new ChangeEvent.ChangePublished(ID, "威海启用公务员申诉规则包", WEIHAI, ITEMS, "drafter", "approver", "drafter", TODAY, null),
                new SetupEvent.PlaceOpened(WEIHAI, true, "drafter", "approver", "逐项答复完毕", TODAY),
                new EvaluationEvent.NegativeEvaluationEntered(ID, WEIHAI, CADRE, FACT, AssessmentKind.ANNUAL, TEXT, TEXT, "officer", TODAY),
                new EvaluationEvent.NegativeEvaluationAnnulled(ID, "root", WEIHAI, CADRE, FACT, TODAY, GROUND, "tolerance/7/0", null));
    }

    private static RecordedEvent recorded(DomainEvent event) {
        return new RecordedEvent("assessment", 7, "event", "negative-evaluation-" + ID, 0, "type", 1, Instant.EPOCH, Instant.EPOCH, "person", "office", WEIHAI, null, null, "event", "v1", event);
    }

    private static Stream<PublishedFact> published() {
        return events().stream().flatMap(event -> PUBLISHER.facts(recorded(event)).stream());
    }

    @ParameterizedTest
    @MethodSource("published")
    void what_is_published_equals_the_stored_sample(PublishedFact fact) throws IOException {
        try (InputStream sample = Objects.requireNonNull(getClass().getResourceAsStream("/published/" + fact.type() + ".json"), () -> "No sample for " + Json.text(fact))) {
            String stored = new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(Json.text(fact)).isEqualTo(stored);
            assertThat(Json.read(stored, FactTypes.byName(fact.type()).orElseThrow())).isEqualTo(fact);
        }
    }

    @Test
    void every_type_this_service_publishes_has_a_sample() {
        assertThat(published().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(Stream.of(AssessmentFact.class, RegisterFact.class, PolicyFact.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses())).toList());
    }

    @Test
    void standings_and_flags_are_nobody_elses_concern() {
        assertThat(PUBLISHER.facts(recorded(new StandingEvent.AdverseEntryAdmitted(FACT, new AdverseEntry(AdverseEntry.Kind.CANDIDACY_FLAG, ID, CADRE, null))))).isEmpty();
        assertThat(PUBLISHER.facts(recorded(new CandidacyEvent.CandidacyFlagRaised(ID, WEIHAI, CADRE, FACT, TEXT, "officer", TODAY)))).isEmpty();
    }
}
