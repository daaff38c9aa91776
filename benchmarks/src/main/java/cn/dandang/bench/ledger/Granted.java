package cn.dandang.bench.ledger;

/** What an event says in the measurements through Axon; with its metadata about 330 bytes as a record. */
public record Granted(String matter, int amount, String reading, String outcome) {
}
