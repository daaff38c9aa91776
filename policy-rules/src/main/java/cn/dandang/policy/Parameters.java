package cn.dandang.policy;

import cn.dandang.policy.PackParameter.Value;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which value of a pack's parameter holds on a day. */
final class Parameters {

    private Parameters() {
    }

    static ParameterAnswer answer(PackParameter parameter, PackState state, List<ParameterVersion> versions, LocalDate asOf) {
        if (state != PackState.ON) {
            return new ParameterAnswer(parameter, state, null, state == PackState.OFF
                    ? Message.of("规则包 " + parameter.pack() + " 在本地区未启用；可能适用，由人查阅并记录。",
                    "The pack " + parameter.pack() + " is not used here; it may apply, a person looks and records.")
                    : Message.of("规则包 " + parameter.pack() + " 在本地区尚未答复是否启用；可能适用，由人查阅并记录。",
                    "Whether the pack " + parameter.pack() + " is used here is not answered yet; it may apply, a person looks and records."));
        }
        Value value = value(parameter, versions, asOf);
        if (value == null) {
            return new ParameterAnswer(parameter, state, null, Message.of("所登记的来源中，" + parameter.rule() + " 在 " + asOf + " 没有可用的值；由人查阅并记录。",
                    "The registered source gives no value of " + parameter.rule() + " for " + asOf + "; a person looks and records."));
        }
        String where = parameter.rule() + " " + parameter.article() + "（来源等级 " + parameter.source().grade() + "）";
        return new ParameterAnswer(parameter, state, value, Message.of(parameter.name().zh() + "：" + value.value() + "，" + where + "。",
                parameter.name().en() + ": " + value.value() + ", " + where + "."));
    }

    private static @Nullable Value value(PackParameter parameter, List<ParameterVersion> versions, LocalDate asOf) {
        Value holds = null;
        for (Value value : parameter.values()) {
            // only the year of some rules was seen: they hold from the year after it at the latest, never before it
            LocalDate first = value.since() == null ? LocalDate.of(value.year() + 1, 1, 1) : value.since();
            boolean over = value.until() != null && value.until().isBefore(asOf);
            holds = first.isAfter(asOf) || over ? holds : value;
        }
        for (ParameterVersion version : versions) {
            holds = version.from().isAfter(asOf) ? holds : new Value(version.value(), version.unit(), version.from().getYear(), version.from(), null);
        }
        return holds;
    }
}
