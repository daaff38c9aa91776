package cn.dandang.kit.archive;

import cn.dandang.kit.access.ReadRecorder;
import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.orders.Orders;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.Ledger;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The archive of a service. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
@Import(ArchiveProblems.class)
public class ArchiveAutoConfiguration {

    @Bean
    Archives archives(Ledger ledger, ArchiveFolder ledgerArchive, Orders orders) {
        return new Archives(ledger, ledgerArchive, orders);
    }

    @Bean
    ArchiveController archiveController(Archives archives, ReadRecorder recorder, DandangProperties properties) {
        return new ArchiveController(archives, recorder, properties);
    }

    /** Down while an archive file is not there or is not what was archived; up again when the right one is back. Of reports it tells no positions. */
    @Bean
    HealthIndicator archiveHealthIndicator(Archives archives, DandangProperties properties) {
        return () -> {
            List<Map<String, String>> problems = archives.problems();
            Health.Builder health = problems.isEmpty() ? Health.up() : Health.down();
            return (problems.isEmpty() || properties.reports() ? health : health.withDetail("problems", problems)).build();
        };
    }
}
