package cn.dandang.policy;

import java.time.LocalDate;

/** A named office's recorded choice between the readings of an unclear clause, for one jurisdiction; not retroactive. */
public record ConfirmedReading(String readingId, String jurisdiction, String choice, String confirmedByOffice, String reason,
                               LocalDate confirmedOn, boolean demonstration) {
}
