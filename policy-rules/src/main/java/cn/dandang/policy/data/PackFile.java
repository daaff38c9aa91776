package cn.dandang.policy.data;

import cn.dandang.policy.Message;
import cn.dandang.policy.Pack;
import cn.dandang.policy.PackParameter.Grade;
import cn.dandang.policy.PackParameter.Source;
import cn.dandang.policy.PackParameter.Unit;
import cn.dandang.policy.PackParameter.Value;
import cn.dandang.policy.PackParameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one pack of outside rules. A pack with fewer than three parameters is listed by name and says why. */
final class PackFile {
    private static final int FEWEST = 3;

    private PackFile() {
    }

    static Pack read(YamlMap file) {
        String id = file.text("pack");
        Message name = PolicyFiles.message(file.map("name"));
        YamlMap reason = file.optionalMap("notShipped");
        var parameters = new ArrayList<PackParameter>();
        if (file.has("parameters")) {
            for (YamlMap entry : file.maps("parameters")) {
                PackParameter parameter = parameter(entry, id);
                if (parameters.stream().anyMatch(held -> held.id().equals(parameter.id()))) {
                    throw entry.refusedAt("id", Message.of("参数“" + parameter.id() + "”重复。", "the parameter \"" + parameter.id() + "\" stands twice."));
                }
                parameters.add(parameter);
            }
        }
        if (reason == null ? parameters.size() < FEWEST : !parameters.isEmpty()) {
            throw file.refused(Message.of("规则包“" + id + "”须有至少三个注明日期和出处的参数，否则只列名称并写明原因。",
                    "the pack \"" + id + "\" needs three dated, cited parameters, or is listed by name with the reason."));
        }
        file.done();
        return new Pack(id, name, List.copyOf(parameters), reason == null ? null : PolicyFiles.message(reason));
    }

    private static PackParameter parameter(YamlMap entry, String pack) {
        String id = entry.text("id");
        if (!id.startsWith(pack + ".")) {
            throw entry.refusedAt("id", Message.of("参数“" + id + "”不以规则包名“" + pack + ".”开头。",
                    "the parameter \"" + id + "\" does not begin with its pack \"" + pack + ".\"."));
        }
        YamlMap seen = entry.map("source");
        var source = new Source(seen.choice("grade", Grade.class), seen.text("where"));
        seen.done();
        var parameter = new PackParameter(id, pack, PolicyFiles.message(entry.map("name")), entry.text("rule"), entry.text("article"), source, values(entry, id));
        entry.done();
        return parameter;
    }

    private static List<Value> values(YamlMap entry, String id) {
        var values = new ArrayList<Value>();
        for (YamlMap map : entry.maps("values")) {
            Value value = new Value(map.text("value"), map.choice("unit", Unit.class), year(map), date(map, "since"), date(map, "until"));
            map.done();
            if (!values.isEmpty() && overlaps(values.getLast(), value)) {
                throw map.refused(Message.of("参数“" + id + "”的期间重叠：后一个值须在前一个值截止之后开始。",
                        "the dates of \"" + id + "\" overlap: a value begins after the end of the one before it."));
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private static boolean overlaps(Value earlier, Value later) {
        return earlier.until() == null || later.since() == null || !later.since().isAfter(earlier.until());
    }

    private static int year(YamlMap map) {
        String text = map.text("year");
        if (!text.matches("[12]\\d{3}")) {
            throw map.refusedAt("year", Message.of("“" + text + "”不是年份。", "\"" + text + "\" is no year."));
        }
        return Integer.parseInt(text);
    }

    private static @Nullable LocalDate date(YamlMap map, String key) {
        return map.has(key) ? map.date(key) : null;
    }
}
