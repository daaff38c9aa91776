package cn.dandang.policy;

import java.time.LocalDate;

/** A published new value of a pack's parameter, from a date on, with the source in which it was seen. */
public record ParameterVersion(String parameter, String value, PackParameter.Unit unit, LocalDate from, String source) {
}
