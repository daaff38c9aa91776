package cn.dandang.kit.view;

/** Told how far a rebuild is. */
@FunctionalInterface
interface RebuildProgress {
    /** @param taken events taken so far @param total events known to be taken, not counting those that are still coming */
    void at(long taken, long total);
}
