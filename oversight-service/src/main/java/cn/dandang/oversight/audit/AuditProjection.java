package cn.dandang.oversight.audit;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reconcile.FactLine;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists every published fact with its clause. Personal texts are not in facts, so none is here. */
@Component
class AuditProjection implements FactProjection {
    static final String VIEW = "audit";
    static final int POSITION_DIGITS = 12;

    private final ViewCollection<AuditEvent> events;

    AuditProjection(Views views) {
        events = views.of(VIEW).collection("events", AuditEvent.class);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(FactReceived<? extends PublishedFact> fact) {
        Optional<Ground> ground = component(fact.fact(), "ground", Ground.class);
        List<Citation> clauses = ground.map(Ground::clauses).orElse(List.of());
        String id = id(fact.service(), fact.position(), fact.part());
        events.save(id, new AuditEvent(id, fact.id(), fact.service(), fact.position(), fact.part(), fact.type(), fact.jurisdiction(),
                component(fact.fact(), "cadre", String.class).orElse(null), fact.rootCase(), fact.actedAt(), fact.recordedAt(), clauses,
                clauses.stream().map(Citation::place).distinct().toList(), ground.map(Ground::support).orElse(null), ground.map(Ground::demonstration).orElse(false), fact.rulesVersion(),
                FactLine.of(Topics.facts(fact.service()), fact.id(), fact.position(), fact.part(), fact.fact()).leaf()));
    }

    /** Sorts as service, position and part do. */
    static String id(String service, long position, int part) {
        return ("%s/%0" + POSITION_DIGITS + "d/%03d").formatted(service, position, part);
    }

    private static <T> Optional<T> component(PublishedFact fact, String name, Class<T> type) {
        return Arrays.stream(fact.getClass().getRecordComponents()).filter(part -> part.getName().equals(name) && part.getType().equals(type)).findFirst().map(part -> type.cast(value(part, fact)));
    }

    private static Object value(RecordComponent part, PublishedFact fact) {
        try {
            return part.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A public record component cannot be read.", impossible);
        }
    }
}
