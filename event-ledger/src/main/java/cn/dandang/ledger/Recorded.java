package cn.dandang.ledger;

/**
 * A record and its position.
 *
 * @param position position of the record in its ledger: 0, 1, 2 … without a gap, in commit order; a reader that has seen p has
 *                 seen all before it
 */
public record Recorded(long position, LedgerRecord record) {
}
