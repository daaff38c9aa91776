package cn.dandang.clarification.report;

import cn.dandang.clarification.Permission;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.erasure.ErasureKind;
import cn.dandang.kit.erasure.ErasureSubjects;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reporters, each by his report: their data is erased in this service, and nobody outside hears of it. */
@Component
final class ReporterKeys implements ErasureSubjects {
    private final Orders orders;
    private final Reports reports;

    ReporterKeys(Orders orders, Reports reports) {
        this.orders = orders;
        this.reports = reports;
    }

    @Override
    public ErasureKind kind() {
        return ErasureKind.REPORTER;
    }

    @Override
    public Optional<String> jurisdiction(String subject, Actor actor) {
        return Optional.of(subject).filter(ReporterKeys::isId)
                .flatMap(id -> Optional.ofNullable(orders.state(Streams.of(reports.kind(), id), reports).received()))
                .filter(received -> actor.has(Role.AUDITOR) || Permission.mayKnow(received.accused(), received.jurisdiction(), actor))
                .map(ReportEvent.ReportReceived::jurisdiction);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
