package cn.dandang.kit.view;

import java.util.Map;

/**
 * What came of a rebuild. Both digests were taken at the same position, while the live view stood still and before the switch.
 *
 * @param events        taken from the beginning
 * @param rows          in the view now
 * @param differing     rows that differ from the view as it was; 0 when nothing but time had passed
 * @param liveDigest    SHA-256 over the rows of the view as it was, hexadecimal
 * @param rebuiltDigest the same of the rebuilt view: equal exactly when no row differs
 * @param position      the next place to read of each source, where both were compared
 */
public record RebuildReport(String view, long events, long rows, long differing, String liveDigest, String rebuiltDigest, Map<String, Long> position) {
    public RebuildReport {
        position = Map.copyOf(position);
    }
}
