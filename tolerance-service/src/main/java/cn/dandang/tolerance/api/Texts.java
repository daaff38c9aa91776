package cn.dandang.tolerance.api;

import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals what people write under the key of the cadre it is about, and opens it for a screen. */
@Component
final class Texts {
    private final PersonalData personal;
    private final Ids ids;

    Texts(PersonalData personal, Ids ids) {
        this.personal = personal;
        this.ids = ids;
    }

    Sealed<String> seal(String cadre, String record, String path, String text) {
        return personal.seal("person:" + cadre, record, path, text);
    }

    /** Seals what is written about facts of these persons: it goes with the first of them that is erased. Of facts about nobody known it has a key of its own. */
    Sealed<String> sealForAll(Collection<String> cadres, String record, String path, String text) {
        List<String> keys = cadres.stream().map(cadre -> "person:" + cadre).filter(key -> !personal.erased(key)).distinct().sorted().toList();
        return personal.sealUnderAll(keys.isEmpty() ? List.of("person:" + record) : keys, record, path, text);
    }

    @Nullable Sealed<String> sealIfPresent(String cadre, String record, String path, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(cadre, record, path, text);
    }

    List<Evidence> evidence(String cadre, String record, @Nullable List<String> texts) {
        List<Evidence> evidence = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            if (!text.isBlank()) {
                String id = ids.next();
                evidence.add(new Evidence(id, seal(cadre, record, "evidence." + id, text)));
            }
        }
        return evidence;
    }

    /** What stands for a text when an order is only asked about: never recorded. */
    static Sealed<String> sample() {
        return new Sealed<>("person:sample", "sample", "sample", "", "");
    }

    String open(Sealed<String> text) {
        return personal.text(text);
    }

    @Nullable String openIfPresent(@Nullable Sealed<String> text) {
        return personal.textOrNull(text);
    }

    List<String> open(List<Evidence> evidence) {
        return evidence.stream().map(one -> open(one.text())).toList();
    }
}
