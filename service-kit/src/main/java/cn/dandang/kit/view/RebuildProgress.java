package cn.dandang.kit.view;

/** Told how far a rebuild is. */
@FunctionalInterface
interface RebuildProgress {
    /** @param read how far the sources were read @param total how far they have to be read, not counting what is still coming */
    void at(long read, long total);
}
