package cn.dandang.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.register.RegisterTopic;
import cn.dandang.kit.relay.Relay;
import cn.dandang.kit.topic.TopicFollower;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.PolicySnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policy and register travel from the ledger of one service to the knowledge of all. */
class PolicyTopicTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String JURISDICTION = "371000";

    @TempDir
    private Path folder;

    private static final FactPublisher PUBLISHER = event -> {
        if (!(event.event() instanceof MatterEvent.Noted noted)) {
            return List.of();
        }
        PublishedFact fact = switch (noted.text()) {
            case "dated" -> new PolicyFact.DocumentDated("doc", "鲁", LocalDate.of(2020, 1, 1), "演示", true, "office", LocalDate.of(2026, 11, 20));
            case "unknown" -> new PolicyFact.ReadingConfirmed("reading", "no.such.reading", JURISDICTION, "applies", "理由", true, "person", "office", LocalDate.of(2026, 11, 20));
            case "unit" -> new RegisterFact.UnitRegistered("unit-1", "某单位", "机关", JURISDICTION, null, null, true);
            case "renamed" -> new RegisterFact.UnitRegistered("unit-1", "某新单位", "机关", JURISDICTION, null, null, true);
            default -> throw new IllegalArgumentException(noted.text());
        };
        return List.of(fact);
    };

    @Test
    void the_rules_in_force_and_the_register_are_read_to_their_ends_and_then_followed() throws Exception {
        TestBroker.topicsOf("knowledge");
        try (WireService service = WireService.in(folder, "knowledge"); Relay relay = new Relay("knowledge", service.ledger, service::read, PUBLISHER, service.clients, false, Duration.ofMillis(200))) {
            String matter = service.newMatter();
            for (String text : List.of("unknown", "dated", "unit")) {
                service.send(new MatterCommand.Note(matter, text, 1));
            }
            relay.start();
            await().atMost(LONG).until(() -> relay.status().next() == 3);

            CurrentPolicy policy = new CurrentPolicy(PolicySnapshot.base());
            CurrentRegister register = new CurrentRegister();
            try (TopicFollower policies = new PolicyTopic(policy).follow(service.clients); TopicFollower entries = new RegisterTopic(register).follow(service.clients)) {
                assertThat(policies.awaitEnd(LONG)).isTrue();
                assertThat(entries.awaitEnd(LONG)).isTrue();
                assertThat(policy.snapshot().effectiveDate("鲁")).contains(new DocumentDate("鲁", LocalDate.of(2020, 1, 1), "演示", true));
                assertThat(policy.snapshot().rulesVersion()).isNotEqualTo(PolicySnapshot.base().rulesVersion());
                assertThat(register.register().unit("unit-1").orElseThrow().name()).isEqualTo("某单位");
                service.send(new MatterCommand.Note(matter, "renamed", 1));
                await().atMost(LONG).until(() -> register.register().unit("unit-1").orElseThrow().name().equals("某新单位"));
            }
        }
    }
}
