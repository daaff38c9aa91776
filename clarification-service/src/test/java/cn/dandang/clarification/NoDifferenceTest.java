package cn.dandang.clarification;

import static cn.dandang.clarification.Given.CADRE;
import static cn.dandang.clarification.Given.FACT;
import static cn.dandang.clarification.Given.OFFICER;
import static cn.dandang.clarification.Given.PROTECTION;
import static cn.dandang.clarification.Given.WEIHAI;
import static cn.dandang.clarification.Given.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.Topics;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.testing.Running;
import cn.dandang.kit.testing.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The same run with and without a report: nothing outside the insiders' own answers tells them apart. */
class NoDifferenceTest {
    private static final String UNIT = "0195d3a0-0002-7100-8000-000000000001";
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Ground DECISION = new Ground("tolerance.weihai", Support.OWN, List.of(new Citation("威", "威·四·12", "可以免除相关单位及当事人的责任")), null, false, "v1");
    private static final List<Actor> OUTSIDERS = List.of(actor("selector", WEIHAI, Role.ORG_DECIDER), actor("assessor", WEIHAI, Role.ORG_OFFICER), actor("decider", WEIHAI, Role.DISCIPLINE_DECIDER), actor("investigator", WEIHAI, Role.DISCIPLINE_OFFICER),
            actor(CADRE, WEIHAI, Role.CADRE), actor("policy", WEIHAI, Role.POLICY_ADMIN));
    private static final List<String> ROUTES = List.of("/reports", "/reports/" + FACT, "/reports/" + FACT + "/acts", "/feedback-duties", "/feedback-duties/" + FACT, "/clarification-assessments", "/clarification-cases",
            "/questions", "/todos", "/ledger/head", "/views", "/dead-letters", "/archive");

    /** What can be seen from outside. */
    private record Seen(List<String> facts, List<String> logs, List<String> series, List<String> answers) {}

    @Test
    @DisplayName("R-21: no fact, log line, metric or answer to an outsider differs with and without a report")
    void nothing_outside_differs_with_and_without_a_report(@TempDir Path first, @TempDir Path second) throws Exception {
        Seen with = run(first, true);
        Seen without = run(second, false);

        assertThat(with.facts()).isEqualTo(without.facts());
        assertThat(with.logs()).isEqualTo(without.logs());
        assertThat(with.series()).isEqualTo(without.series());
        assertThat(with.answers()).isEqualTo(without.answers());
    }

    private static Seen run(Path folder, boolean reported) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        try (TestBroker broker = new TestBroker(); Running service = new Running(ClarificationServiceApplication.class, "clarification", folder, broker, "--logging.level.root=INFO",
                "--logging.level.cn.dandang=DEBUG", "--logging.level.kafka=OFF", "--logging.level.state.change.logger=OFF")) {
            broker.publish("assessment", new PolicyFact.DocumentDated("d", "鲁", LocalDate.of(2018, 9, 1), "演示数据，非文件所载", true, "office", DAY));
            broker.publish("assessment", new PolicyFact.ReadingConfirmed("r", "weihai.feedback", WEIHAI, "applies", "依据上级意见", true, "person", "office", DAY));
            await().atMost(Duration.ofSeconds(20)).until(() -> service.context.getBean(CurrentPolicy.class).snapshot().confirmed("weihai.feedback", WEIHAI, DAY).isPresent());
            // probes ask long before anybody reports: the management server's own first request is not part of what is compared
            assertThat(service.call("GET", null, service.management + "/health/readiness", null).status()).isEqualTo(200);
            Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
            log.start();
            root.addAppender(log);

            String report = null;
            if (reported) {
                report = service.create(OFFICER, "/reports", "{\"mode\":\"REAL_NAME\",\"reporter\":{\"name\":\"赵举报（演示）\"},\"accused\":\"" + CADRE + "\",\"allegations\":[{\"text\":\"擅自开挖侧渠\",\"factId\":\"" + FACT + "\"}]}").id();
            }
            service.concluded("when-tolerance-granted-then-open-feedback", broker.publish("tolerance",
                    new ToleranceGranted("root", "case", WEIHAI, UNIT, FACT, CADRE, UNIT, SubjectKind.PERSON, CADRE, null, List.of(), List.of(), DAY, "task", DECISION)));
            if (report != null) {
                String duty = service.read(OFFICER, "/feedback-duties").text("/items/0/id");
                assertThat(service.change(OFFICER, "/feedback-duties/" + duty + "/fulfilment", 0, "{\"manner\":\"当面反馈\"}").status()).isEqualTo(200);
                long version = Long.parseLong(service.read(PROTECTION, "/reports/" + report).etag().replace("\"", ""));
                assertThat(service.change(PROTECTION, "/reports/" + report + "/identity-requests", version++, "{\"reason\":\"依规反馈\"}").status()).isEqualTo(200);
                assertThat(service.change(OFFICER, "/reports/" + report + "/identity-approvals", version++, "{\"reason\":\"同意\"}").status()).isEqualTo(200);
                assertThat(service.change(PROTECTION, "/reports/" + report + "/identity-openings", version, "{\"reason\":\"依规反馈\"}").status()).isEqualTo(200);
                String allegation = service.read(OFFICER, "/reports/" + report).text("/allegations/0/id");
                assertThat(service.change(OFFICER, "/reports/" + report + "/verification", version + 1, "{\"allegation\":\"" + allegation + "\",\"result\":\"SUBSTANTIATED\"}").status()).isEqualTo(200);
            }
            List<String> answers = new ArrayList<>();
            for (Actor outsider : OUTSIDERS) {
                for (String route : ROUTES) {
                    answers.add(outsider.person() + " " + route + " " + told(service.get(outsider, route)));
                    answers.add(outsider.person() + " " + route + " late " + told(service.get(outsider, route, "Dandang-At-Least", "7")));
                }
            }
            List<String> series = service.call("GET", null, service.management + "/prometheus", null).response().body().lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.startsWith("process_") || line.startsWith("application_") ? line.replaceFirst(" \\S+$", "") : line).sorted().toList();
            List<String> facts = new ArrayList<>();
            for (Topics.Topic topic : Topics.all()) {
                if (!topic.name().equals(Topics.relay("clarification"))) {
                    broker.committed(topic.name()).forEach(received -> facts.add(topic.name() + " " + received.id() + " " + Json.text(received.fact())));
                }
            }
            root.detachAppender(log);
            List<String> lines = log.list.stream().map(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()).toList();
            return new Seen(facts, lines, series, answers);
        }
    }

    private static String told(Running.Reply reply) {
        return reply.status() + " " + reply.response().body().replaceAll("\"(traceId|asOf|instance)\":\"[^\"]*\"", "");
    }
}
