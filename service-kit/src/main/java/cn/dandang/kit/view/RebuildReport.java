package cn.dandang.kit.view;

/**
 * What came of a rebuild.
 *
 * @param events    taken from the beginning
 * @param rows      in the view now
 * @param differing rows that differ from the view as it was, compared at the same position; 0 when nothing but time had passed
 */
public record RebuildReport(String view, long events, long rows, long differing) {}
