package cn.dandang.bench.measure;

/**
 * Where the time of a measurement went, seen while it ran.
 *
 * @param line    in a line
 * @param page    as a page, in Markdown
 * @param picture as a picture, in SVG
 */
public record Look(String line, String page, String picture) {
}
