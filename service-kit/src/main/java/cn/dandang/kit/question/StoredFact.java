package cn.dandang.kit.question;

import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.publishing.FactReceived;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A fact as a question keeps it until it is answered: by its pinned type, as it came over the wire. */
public record StoredFact(String id, String service, long position, int part, int parts, Instant recordedAt, Instant actedAt, String jurisdiction,
                         @Nullable String correlation, @Nullable String causation, String rulesVersion, String type, Map<String, Object> body) {

    public static StoredFact of(FactReceived<?> fact) {
        return new StoredFact(fact.id(), fact.service(), fact.position(), fact.part(), fact.parts(), fact.recordedAt(), fact.actedAt(), fact.jurisdiction(),
                fact.correlation(), fact.causation(), fact.rulesVersion(), fact.type(), Json.mapper().convertValue(fact.fact(), new TypeReference<>() {}));
    }

    /** The fact again. */
    public FactReceived<? extends PublishedFact> received() {
        return received(FactTypes.byName(type).orElseThrow(() -> new IllegalStateException("A question keeps a fact of type " + type + ", which this version does not know.")));
    }

    private <F extends PublishedFact> FactReceived<F> received(Class<F> known) {
        return new FactReceived<>(id, service, position, part, parts, recordedAt, actedAt, jurisdiction, correlation, causation, rulesVersion,
                Json.mapper().convertValue(body, known));
    }
}
