package cn.dandang.clarification.publishing;

import static cn.dandang.clarification.Given.CADRE;
import static cn.dandang.clarification.Given.FACT;
import static cn.dandang.clarification.Given.TEXT;
import static cn.dandang.clarification.Given.TODAY;
import static cn.dandang.clarification.Given.WEIHAI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.clarification.clarification.ClarificationCases;
import cn.dandang.clarification.report.ReportEvent;
import cn.dandang.clarification.report.Verification;
import cn.dandang.clarification.reported.ReportedEvent;
import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Support;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One fact leaves, and it equals the stored sample; nothing of reports does. */
class ClarificationPublisherContractTest {
    private static final String ID = "5f0c6a36-6f0d-4a5e-9a53-3f2f0f6f7a03";
    private static final ClarificationPublisher PUBLISHER = new ClarificationPublisher();
    private static final Ground GROUND = new Ground("clarification.weihai.trigger", Support.OWN, List.of(new Citation("威", "威·四·14", "对受到诬告陷害、严重失实举报的干部")), null, false, "v1");

    private static RecordedEvent recorded(DomainEvent event) {
        return new RecordedEvent("clarification", 7, "event", "clarification-case-" + ID, 0, "type", 1, Instant.EPOCH, Instant.EPOCH, "person", "office", WEIHAI, null, null, "event", "v1", event);
    }

    @Test
    void an_issued_clarification_equals_the_stored_sample() throws IOException {
        PublishedFact fact = PUBLISHER.facts(recorded(new ClarificationCases.ClarificationIssued(ID, CADRE, WEIHAI, List.of(FACT), GROUND, "officer", TODAY))).getFirst();
        try (InputStream sample = Objects.requireNonNull(getClass().getResourceAsStream("/published/" + fact.type() + ".json"), () -> "No sample for " + Json.text(fact))) {
            String stored = new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(Json.text(fact)).isEqualTo(stored);
            assertThat(Json.read(stored, FactTypes.byName(fact.type()).orElseThrow())).isEqualTo(fact);
        }
    }

    @Test
    void nothing_of_a_report_is_published() {
        List<DomainEvent> secret = List.of(new ReportEvent.ReportReceived(ID, WEIHAI, ReporterMode.ANONYMOUS, null, CADRE, List.of(), TODAY), new ReportEvent.AllegationLinked(ID, "a", FACT, "officer", TODAY),
                new ReportEvent.AllegationVerified(ID, "a", Verification.UNFOUNDED, null, "officer", TODAY), new ReportEvent.DutyNoted(ID, "d", "a", FeedbackTrigger.TOLERATED), new ReportEvent.ReportClosed(ID, "officer", TODAY),
                new ReportEvent.IdentityOpened(ID, TEXT, "officer", TODAY), new ReportEvent.IdentityOpeningAsked(ID, TEXT, "officer", TODAY), new ReportEvent.IdentityOpeningApproved(ID, TEXT, "officer", TODAY),
                new ReportEvent.IdentityOpeningDeclined(ID, TEXT, "officer", TODAY), new ReportedEvent.FactReported(FACT, new ReportedFact.Source(ID, "a")),
                new ClarificationCases.ClarificationProposed(ID, "as", CADRE, WEIHAI, List.of(FACT), "officer", TODAY));
        assertThat(secret.stream().flatMap(event -> PUBLISHER.facts(recorded(event)).stream())).isEmpty();
    }
}
