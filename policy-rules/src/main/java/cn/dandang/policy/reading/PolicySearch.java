package cn.dandang.policy.reading;

import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Search by word, in Chinese or English, over titles, quotations, mechanisms, parameters, rules, readings and national rules. All words
 * must occur; where nothing has them whole, entries that share most of their pairs of characters are found. Immutable.
 */
public final class PolicySearch {

    public enum Kind { DOCUMENT, CLAUSE, MECHANISM, PARAMETER, RULE, READING, NATIONAL_RULE }

    /**
     * @param id       code, place, mechanism, parameter, question, reading or pack
     * @param document code of the document; null where it belongs to none or to several
     * @param exact    false when only pairs of characters are alike
     */
    public record Hit(Kind kind, String id, Message title, String text, @Nullable String document, boolean exact) {
    }

    private record Entry(Kind kind, String id, Message title, String text, @Nullable String document, String plain, String plainTitle) {
    }

    private static final double ALIKE = 0.6;

    private final List<Entry> entries = new ArrayList<>();

    private PolicySearch() {
    }

    /** @param texts for a place, the text of an imported copy; may be empty */
    public static PolicySearch over(PolicySnapshot policy, Map<String, String> texts) {
        var search = new PolicySearch();
        for (PolicyDocument document : policy.documents()) {
            search.add(Kind.DOCUMENT, document.code(), Message.of(document.titleZh(), document.titleZh()), document.number() == null ? "" : document.number(), document.code());
        }
        var quotes = new LinkedHashMap<String, Set<String>>();
        policy.rules().forEach(rule -> rule.clauses().forEach(cited -> quote(quotes, cited)));
        policy.catalogue().entries().forEach(entry -> entry.clauses().forEach(cited -> quote(quotes, cited)));
        quotes.forEach((place, said) -> search.add(Kind.CLAUSE, place, Message.of(place, place),
                texts.containsKey(place) ? texts.get(place) : String.join("……", said), place.substring(0, 1)));
        texts.forEach((place, text) -> {
            if (!quotes.containsKey(place)) {
                search.add(Kind.CLAUSE, place, Message.of(place, place), text, place.substring(0, 1));
            }
        });
        for (CatalogueEntry entry : policy.catalogue().entries()) {
            Message area = policy.catalogue().areas().get(entry.area());
            search.add(Kind.MECHANISM, entry.id(), entry.title(), (area == null ? "" : area.zh() + " " + area.en()) + words(entry.note())
                    + entry.concerns().stream().map(name -> words(policy.catalogue().audience(name))).collect(Collectors.joining()), null);
            for (Parameter parameter : entry.parameters()) {
                search.add(Kind.PARAMETER, parameter.id(), entry.title(), parameter.printed().text() + " " + parameter.amount()
                        + words(parameter.unit().label()) + policy.amounts(parameter.id()).stream().map(version -> words(policy.inForce(parameter, version.from()).says()) + " " + version.clause().text())
                        .collect(Collectors.joining()), parameter.document());
            }
        }
        policy.rules().stream().filter(rule -> !rule.clauses().isEmpty()).forEach(rule -> search.add(Kind.RULE, rule.key(), rule.says(), rule.id(), rule.document()));
        policy.readings().forEach(reading -> search.add(Kind.READING, reading.id(), reading.question(),
                reading.choices().stream().map(choice -> words(choice.text())).collect(Collectors.joining()), null));
        policy.nationalRules().forEach(rule -> search.add(Kind.NATIONAL_RULE, rule.pack(), rule.name(), rule.articles(), null));
        return search;
    }

    /** The best hits first; none for an empty query. */
    public List<Hit> find(String query, int limit) {
        List<String> words = List.of(plain(query).split(" ")).stream().filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Hit> exact = entries.stream().filter(entry -> words.stream().allMatch(entry.plain()::contains))
                .sorted(Comparator.comparing((Entry entry) -> !words.stream().allMatch(entry.plainTitle()::contains)).thenComparing(entry -> entry.kind().ordinal()))
                .limit(limit).map(entry -> hit(entry, true)).toList();
        return exact.isEmpty() ? alike(String.join("", words), limit) : exact;
    }

    private List<Hit> alike(String query, int limit) {
        Set<String> asked = pairs(query);
        if (asked.isEmpty()) {
            return List.of();
        }
        record Scored(Entry entry, double share) {
        }
        return entries.stream().map(entry -> new Scored(entry, (double) asked.stream().filter(entry.plain()::contains).count() / asked.size()))
                .filter(scored -> scored.share() >= ALIKE).sorted(Comparator.comparingDouble((Scored scored) -> -scored.share())).limit(limit)
                .map(scored -> hit(scored.entry(), false)).toList();
    }

    private void add(Kind kind, String id, Message title, String text, @Nullable String document) {
        entries.add(new Entry(kind, id, title, text, document, plain(id + " " + title.zh() + " " + title.en() + " " + text),
                plain(id + " " + title.zh() + " " + title.en())));
    }

    private static Hit hit(Entry entry, boolean exact) {
        return new Hit(entry.kind(), entry.id(), entry.title(), entry.text(), entry.document(), exact);
    }

    private static void quote(Map<String, Set<String>> quotes, Citation cited) {
        quotes.computeIfAbsent(cited.place(), key -> new java.util.LinkedHashSet<>()).add(cited.quote());
    }

    private static String words(@Nullable Message message) {
        return message == null ? "" : " " + message.zh() + " " + message.en();
    }

    /** One width, one case, single spaces; the corner and curly marks of quotations do not count. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[「」“”\"'《》]", "").replaceAll("\\s+", " ").strip();
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
