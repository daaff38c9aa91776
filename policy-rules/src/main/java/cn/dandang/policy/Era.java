package cn.dandang.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One place in a stretch of days in which no document comes into force and no reading is confirmed: every answer there is worked out once. */
final class Era {
    private final String jurisdiction;
    private final Map<String, Resolution> answers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> prepared = new ConcurrentHashMap<>();

    Era(String jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    Resolution resolve(PolicySnapshot policy, RuleKey key, LocalDate asOf) {
        Resolution known = answers.get(key.key());
        if (known == null) {
            known = new Resolver(policy, key, jurisdiction, asOf).resolve();
            answers.putIfAbsent(key.key(), known);
        }
        return known.on(asOf);
    }

    <T> T prepared(Class<T> kind, Supplier<T> make) {
        Object known = prepared.get(kind);
        if (known == null) {
            known = make.get();
            prepared.putIfAbsent(kind, known);
        }
        return kind.cast(known);
    }
}
