package cn.dandang.policy.data;

import cn.dandang.policy.Message;
import cn.dandang.policy.Reading.Choice;
import cn.dandang.policy.Reading.Kind;
import cn.dandang.policy.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code readings.yaml}. */
final class ReadingFile {
    private ReadingFile() {
    }

    static Map<String, Reading> read(YamlMap file, CitationReader citations) {
        var readings = new LinkedHashMap<String, Reading>();
        for (YamlMap entry : file.maps("readings")) {
            Reading reading = reading(entry, citations);
            if (readings.put(reading.id(), reading) != null) {
                throw entry.refused(Message.of("口径“" + reading.id() + "”重复。", "the reading \"" + reading.id() + "\" stands twice."));
            }
        }
        file.done();
        return readings;
    }

    private static Reading reading(YamlMap entry, CitationReader citations) {
        String id = entry.text("id");
        Kind kind = entry.choice("kind", Kind.class);
        var choices = new ArrayList<Choice>();
        if (kind == Kind.INHERITANCE) {
            choices.addAll(Reading.INHERITANCE_CHOICES);
        } else {
            YamlMap map = entry.map("choices");
            for (String choice : map.orderedKeys()) {
                choices.add(new Choice(choice, PolicyFiles.message(map.map(choice))));
            }
        }
        var own = entry.optionalMap("own");
        var upper = entry.optionalMap("upper");
        if (own == null && upper == null) {
            throw entry.refused(Message.of("口径“" + id + "”没有引用条款。", "the reading \"" + id + "\" cites no clause."));
        }
        String recommended = entry.optionalText("recommended");
        var reading = new Reading(id, kind, PolicyFiles.message(entry.map("question")), List.copyOf(entry.texts("jurisdictions")),
                List.copyOf(choices), "yes".equals(entry.optionalText("caseByCase")), recommended,
                own == null ? List.of() : citations.read(own), upper == null ? List.of() : citations.read(upper));
        if (recommended != null && !reading.hasChoice(recommended)) {
            throw entry.refused(Message.of("建议的选项“" + recommended + "”不在选项之内。", "the recommended choice \"" + recommended + "\" is none of the choices."));
        }
        entry.done();
        return reading;
    }
}
