package cn.dandang.policy.reading;

import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One place of a document beside what the platform made of it.
 *
 * @param place      {@code 威·四·12}
 * @param quotes     the short quotations that rules, mechanisms and parameters rest on
 * @param lost       what the scan has lost here; null where it is whole
 * @param mechanisms mechanisms with a clause here
 * @param rules      ids of rules with a clause here
 * @param parameters numbers, shares, periods and lists printed here
 */
public record Clause(String place, List<String> quotes, @Nullable Message lost, List<CatalogueEntry> mechanisms, List<String> rules,
                     List<Parameter> parameters) {

    /**
     * Every place of a document on which something rests, in the order of the text.
     *
     * @param more places to show even where nothing rests on them: those of an imported copy
     */
    public static List<Clause> of(PolicySnapshot policy, PolicyDocument document, Collection<String> more) {
        var places = new TreeMap<String, Found>(PlaceOrder.INSTANCE);
        more.forEach(place -> found(places, document.code() + "·" + place));
        document.damaged().forEach(damaged -> found(places, damaged.place()));
        policy.rules().forEach(rule -> rule.clauses().forEach(cited -> on(places, document, cited, found -> found.rules.add(rule.id()))));
        for (CatalogueEntry entry : policy.catalogue().entries()) {
            entry.clauses().forEach(cited -> on(places, document, cited, found -> found.mechanisms.add(entry)));
            entry.parameters().forEach(parameter -> on(places, document, parameter.printed(), found -> found.parameters.add(parameter)));
        }
        return places.entrySet().stream().map(place -> place.getValue().clause(place.getKey(), lost(document, place.getKey()))).toList();
    }

    private static void on(TreeMap<String, Found> places, PolicyDocument document, Citation cited, java.util.function.Consumer<Found> add) {
        if (cited.document().equals(document.code())) {
            Found found = found(places, cited.place());
            found.quotes.add(cited.quote());
            add.accept(found);
        }
    }

    private static Found found(TreeMap<String, Found> places, String place) {
        return places.computeIfAbsent(place, key -> new Found());
    }

    private static @Nullable Message lost(PolicyDocument document, String place) {
        return document.damaged().stream().filter(damaged -> damaged.place().equals(place)).map(PolicyDocument.DamagedPlace::lost).findFirst().orElse(null);
    }

    private static final class Found {
        private final Set<String> quotes = new LinkedHashSet<>();
        private final Set<CatalogueEntry> mechanisms = new LinkedHashSet<>();
        private final Set<String> rules = new LinkedHashSet<>();
        private final Set<Parameter> parameters = new LinkedHashSet<>();

        private Clause clause(String place, @Nullable Message lost) {
            return new Clause(place, List.copyOf(quotes), lost, List.copyOf(mechanisms), List.copyOf(rules), List.copyOf(parameters));
        }
    }
}
