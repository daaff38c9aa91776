package cn.dandang.policy.data;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Reading.Choice;
import cn.dandang.policy.Reading.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code readings.yaml}. */
public final class ReadingFile {
    private static final List<Choice> INHERITANCE_CHOICES = List.of(
            new Choice(Reading.APPLIES, Message.of("适用上级条款", "the higher clause applies")),
            new Choice(Reading.DOES_NOT_APPLY, Message.of("不适用上级条款", "the higher clause is left aside")));

    private ReadingFile() {
    }

    static Map<String, Reading> read(YamlMap file, CitationReader citations) {
        var readings = new LinkedHashMap<String, Reading>();
        for (YamlMap entry : file.maps("readings")) {
            Reading reading = reading(entry, citations);
            if (readings.put(reading.id(), reading) != null) {
                throw entry.refused("the reading \"" + reading.id() + "\" stands twice.");
            }
        }
        file.done();
        return readings;
    }

    /** An inheritance reading for a question that has no registered one of its own. */
    public static Reading derived(String ruleKey, List<Citation> upper) {
        return new Reading("inherit." + ruleKey, Kind.INHERITANCE,
                Message.of("上级文件对“" + ruleKey + "”的规定在本地区是否适用？", "Does the higher level's clause on " + ruleKey + " apply here?"),
                List.of(), INHERITANCE_CHOICES, false, null, List.of(), upper);
    }

    private static Reading reading(YamlMap entry, CitationReader citations) {
        String id = entry.text("id");
        Kind kind = entry.choice("kind", Kind.class);
        var choices = new ArrayList<Choice>();
        if (kind == Kind.INHERITANCE) {
            choices.addAll(INHERITANCE_CHOICES);
        } else {
            YamlMap map = entry.map("choices");
            for (String choice : map.orderedKeys()) {
                choices.add(new Choice(choice, PolicyFiles.message(map.map(choice))));
            }
        }
        var own = entry.optionalMap("own");
        var upper = entry.optionalMap("upper");
        if (own == null && upper == null) {
            throw entry.refused("the reading \"" + id + "\" cites no clause.");
        }
        String recommended = entry.optionalText("recommended");
        var reading = new Reading(id, kind, PolicyFiles.message(entry.map("question")), List.copyOf(entry.texts("jurisdictions")),
                List.copyOf(choices), "yes".equals(entry.optionalText("caseByCase")), recommended,
                own == null ? List.of() : citations.read(own), upper == null ? List.of() : citations.read(upper));
        if (recommended != null && !reading.hasChoice(recommended)) {
            throw entry.refused("the recommended choice \"" + recommended + "\" is none of the choices.");
        }
        entry.done();
        return reading;
    }
}
