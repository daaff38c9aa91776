package cn.dandang.ledger;

import java.util.List;

/** An append that is durable: its records lie one after the other from {@code firstPosition}. */
public record Appended(long firstPosition, List<Recorded> records) {

    public Appended {
        records = List.copyOf(records);
    }

    /** Position of the last record of this append. */
    public long lastPosition() {
        return firstPosition + records.size() - 1;
    }
}
