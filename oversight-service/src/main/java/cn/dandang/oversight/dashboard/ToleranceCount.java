package cn.dandang.oversight.dashboard;

/**
 * A counter of P-05: kept while projecting, one per place, month, dimension, key and outcome.
 *
 * @param dimension ITEM, POST_LEVEL, TOTAL, START or RED_LINE
 * @param key       the item's id, the post level, …; {@code all} for totals
 */
record ToleranceCount(String id, String jurisdiction, String month, String dimension, String key, String outcome, long count) {}
