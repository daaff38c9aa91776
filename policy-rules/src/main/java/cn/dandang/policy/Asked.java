package cn.dandang.policy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a form has to be given before it can decide: the fields of a page that asks for it.
 *
 * @param numbers    names of measured numbers
 * @param dates      names of dates
 * @param conditions conditions that are found to hold or not
 * @param measures   measures to choose from
 */
public record Asked(Set<String> numbers, Set<String> dates, Map<String, Message> conditions, Map<String, Message> measures) {

    static Asked of(Form form) {
        return switch (form) {
            case Form.Share share -> numbers("part", "whole");
            case Form.Count count -> numbers("count");
            case Form.Compare compare -> numbers(compare.more(), compare.than());
            case Form.Cap cap -> numbers("counted", "reference");
            case Form.Since since -> new Asked(Set.of(), Set.of("since"), Map.of(), Map.of());
            case Form.Bar bar -> new Asked(Set.of(), Set.of("decided", "effective"), bar.starts(), Map.of());
            case Form.Conditions conditions -> {
                var all = new LinkedHashMap<>(conditions.all());
                all.putAll(conditions.any());
                all.putAll(conditions.none());
                yield new Asked(Set.of(), Set.of(), all, Map.of());
            }
            case Form.Choice choice -> new Asked(Set.of(), Set.of(), Map.of(), choice.of());
            case Form.AnyOf any -> any.forms().stream().map(Asked::of).reduce(new Asked(Set.of(), Set.of(), Map.of(), Map.of()), Asked::and);
        };
    }

    private static Asked numbers(String... names) {
        return new Asked(new LinkedHashSet<>(List.of(names)), Set.of(), Map.of(), Map.of());
    }

    private Asked and(Asked other) {
        var moreNumbers = new LinkedHashSet<>(numbers);
        moreNumbers.addAll(other.numbers);
        var moreDates = new LinkedHashSet<>(dates);
        moreDates.addAll(other.dates);
        var moreConditions = new LinkedHashMap<>(conditions);
        moreConditions.putAll(other.conditions);
        var moreMeasures = new LinkedHashMap<>(measures);
        moreMeasures.putAll(other.measures);
        return new Asked(moreNumbers, moreDates, moreConditions, moreMeasures);
    }
}
