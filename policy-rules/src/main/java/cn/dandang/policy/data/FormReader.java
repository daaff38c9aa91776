package cn.dandang.policy.data;

import cn.dandang.policy.Form;
import cn.dandang.policy.Meaning;
import cn.dandang.policy.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the {@code decides} block of an entry, and refuses a parameter or reading that is not there. */
final class FormReader {
    private final Predicate<String> parameters;
    private final Predicate<String> readings;

    FormReader(Predicate<String> parameters, Predicate<String> readings) {
        this.parameters = parameters;
        this.readings = readings;
    }

    Form read(YamlMap map) {
        Form form = switch (map.text("form")) {
            case "SHARE" -> new Form.Share(parameter(map));
            case "COUNT" -> new Form.Count(parameter(map));
            case "SINCE" -> new Form.Since(parameter(map));
            case "BAR" -> new Form.Bar(parameter(map), reading(map), words(map, "starts"));
            case "CONDITIONS" -> conditions(map);
            case "COMPARE" -> new Form.Compare(map.text("more"), map.text("than"));
            case "CAP" -> new Form.Cap(parameter(map), reading(map), map.text("added"));
            case "CHOICE" -> new Form.Choice(words(map, "of"), "yes".equals(map.optionalText("several")));
            case "ANY_OF" -> new Form.AnyOf(map.maps("forms").stream().map(this::read).toList());
            default -> throw map.refusedAt("form", Message.of("“" + map.text("form") + "”不是判定形式。", "\"" + map.text("form") + "\" is no form of a decision."));
        };
        map.done();
        return form;
    }

    private Form conditions(YamlMap map) {
        var form = new Form.Conditions(words(map, "all"), words(map, "any"), words(map, "none"),
                map.choice("meaning", Meaning.class, Meaning.APPLIES), "yes".equals(map.optionalText("generally")), map.has("reading") ? reading(map) : null);
        if (form.all().isEmpty() && form.any().isEmpty() && form.none().isEmpty()) {
            throw map.refused(Message.of("没有条件的判定不作任何判断。", "conditions without a condition decide nothing."));
        }
        return form;
    }

    private String reading(YamlMap map) {
        String reading = map.text("reading");
        if (!readings.test(reading)) {
            throw map.refusedAt("reading", Message.of("口径“" + reading + "”未登记。", "the reading \"" + reading + "\" is not registered."));
        }
        return reading;
    }

    private String parameter(YamlMap map) {
        String name = map.text("parameter");
        if (!parameters.test(name)) {
            throw map.refusedAt("parameter", Message.of("本条没有各有关文件都具备的参数“" + name + "”。", "the entry has no parameter \"" + name + "\" for each document that decides with it."));
        }
        return name;
    }

    private static Map<String, Message> words(YamlMap map, String key) {
        var words = new LinkedHashMap<String, Message>();
        YamlMap listed = map.optionalMap(key);
        if (listed != null) {
            for (String name : listed.orderedKeys()) {
                words.put(name, PolicyFiles.message(listed.map(name)));
            }
        }
        return java.util.Collections.unmodifiableMap(words);
    }
}
