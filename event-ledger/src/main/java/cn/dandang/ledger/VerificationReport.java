package cn.dandang.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param records records that were recomputed: all of them, or as far as the tree agrees
 * @param batches batches that were checked; 0 for tiles, which have none
 * @param root    root over these records, recomputed from their bytes
 * @param defect  the first thing that is wrong; empty when everything agrees
 */
public record VerificationReport(long records, long batches, TreeHead root, Optional<Defect> defect) {

    /** What is wrong with an export. */
    public enum Kind {
        NOT_AN_EXPORT, MALFORMED_LINE, POSITION, RECORD_BYTES, LEAF, DERIVED_VALUE, STREAM_VERSION, ID_REPEATED,
        ONCE_REPEATED, BATCH_BOUNDARY, BATCH_TIME, COMPACT_RANGE, ROOT, CUT_SHORT, AFTER_THE_END, KNOWN_HEAD, STORE_KEYS, TILE
    }

    /**
     * The first thing that is wrong.
     *
     * @param position first position that cannot be trusted
     * @param line     line of the export that shows it; 0 if there are no lines
     * @param messages the sentence for people, by language: {@code zh} and {@code en}
     */
    public record Defect(Kind kind, long position, long line, Map<String, String> messages) {
    }

    /** Whether everything agrees. */
    public boolean ok() {
        return defect.isEmpty();
    }

    /** The verdict for people, by language: {@code zh} and {@code en}. */
    public Map<String, String> messages() {
        return defect.map(Defect::messages).orElseGet(() -> Map.of(
                "zh", "核验通过：" + records + " 条记录" + (batches == 0 ? "" : "、" + batches + " 个批次") + "全部一致，树根 " + root.rootHex() + "。",
                "en", "Verified: " + records + " records" + (batches == 0 ? "" : " in " + batches + " batches") + " agree, root " + root.rootHex() + "."));
    }
}
