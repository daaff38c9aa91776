package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.reading.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a trial asks.
 *
 * @param dates    names of dates
 * @param findings what is found to hold, not to hold, or nearly
 * @param selects  choices from closed lists
 */
public record Inputs(Set<String> dates, Map<String, Message> findings, List<Select> selects) {

    /** @param several whether more than one may be chosen; else the first option is taken where none is */
    public record Select(String id, Message label, boolean several, Map<String, Message> options) {

        static Select of(String id, Message label, Enum<?>... options) {
            return new Select(id, label, false, words(options));
        }

        static Map<String, Message> words(Enum<?>... options) {
            var words = new LinkedHashMap<String, Message>();
            Arrays.stream(options).forEach(option -> words.put(option.name(), Words.of(option)));
            return words;
        }
    }

    static Inputs of(Select... selects) {
        return new Inputs(Set.of(), Map.of(), List.of(selects));
    }

    /** A misspelt name would otherwise look like something that is still missing. */
    void refuseWhatIsNotAsked(TrialGiven given) {
        Stream.of(given.holds(), given.fails(), given.near()).flatMap(Set::stream).forEach(name -> asked(name, findings.keySet()));
        given.dates().keySet().forEach(name -> asked(name, dates));
        given.selected().forEach((name, chosen) -> {
            Select select = selects.stream().filter(one -> one.id().equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not asked here."));
            chosen.forEach(option -> asked(option, select.options().keySet()));
            if (chosen.size() > 1 && !select.several()) {
                throw new IllegalArgumentException("\"" + name + "\" takes one choice.");
            }
        });
    }

    private static void asked(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not asked here; asked is " + known + ".");
        }
    }
}
