package cn.dandang.policy.reading;

import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a deciding form asks for. Nothing of it has to be given: what is not is left to a person.
 *
 * @param numbers  names of measured numbers
 * @param dates    names of dates
 * @param findings conditions that hold or do not hold
 * @param choices  measures of which a body takes one or several
 */
public record FormInputs(Set<String> numbers, Set<String> dates, Map<String, Message> findings, Map<String, Message> choices) {

    public static FormInputs of(Form form) {
        var inputs = new FormInputs(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        inputs.add(form);
        return inputs;
    }

    private void add(Form form) {
        switch (form) {
            case Form.Share share -> {
                numbers.add("part");
                numbers.add("whole");
            }
            case Form.Count count -> numbers.add("count");
            case Form.Since since -> dates.add("since");
            case Form.Bar bar -> {
                findings.putAll(bar.starts());
                dates.add("effective");
                dates.add("decided");
            }
            case Form.Conditions conditions -> {
                findings.putAll(conditions.all());
                findings.putAll(conditions.any());
                findings.putAll(conditions.none());
            }
            case Form.Compare compare -> {
                numbers.add(compare.more());
                numbers.add(compare.than());
            }
            case Form.Cap cap -> {
                numbers.add("counted");
                numbers.add("reference");
            }
            case Form.Choice choice -> choices.putAll(choice.of());
            case Form.AnyOf any -> any.forms().forEach(this::add);
        }
    }
}
