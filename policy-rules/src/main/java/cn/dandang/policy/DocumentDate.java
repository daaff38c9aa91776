package cn.dandang.policy;

import java.time.LocalDate;

/** From when a document is applied, who says so, and whether that is only a demonstration reading. */
public record DocumentDate(String document, LocalDate effectiveFrom, String source, boolean demonstration) {
}
