package cn.dandang.ledger.tiles;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile or a bundle of records as C2SP tlog-tiles does: {@code tile/<L>/<N>[.p/<W>]}.
 *
 * @param kind  a level 0 to 63, {@code entries}, or {@code records}
 * @param index which tile of that kind
 * @param width how many hashes or records it has: 256, or fewer at the right edge
 */
public record TilePath(String kind, long index, int width) {

    /** Hashes in a full tile, records in a full bundle. */
    public static final int FULL = 256;
    /** Bundles in the form of C2SP: records of at most 65 535 bytes, each after two bytes of length. */
    public static final String ENTRIES = "entries";
    /** Bundles of this ledger: records of any length, each after four bytes of length. */
    public static final String RECORDS = "records";

    private static final Pattern FORM = Pattern.compile(
            "tile/([0-9]|[1-5][0-9]|6[0-3]|entries|records)/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    public TilePath {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("There is no tile " + index + " of width " + width);
        }
    }

    /** A tile of hashes. */
    public static TilePath hashes(int level, long index, int width) {
        return new TilePath(Integer.toString(level), index, width);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is not one, or not the shortest form of one
     */
    public static TilePath parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the path of a tile: " + path);
        }
        String digits = matcher.group(2).replace("x", "").replace("/", "");
        String width = matcher.group(3);
        TilePath parsed = new TilePath(matcher.group(1), Long.parseLong(digits), width == null ? FULL : Integer.parseInt(width));
        if (!parsed.toString().equals(path)) {
            throw new IllegalArgumentException("Not the shortest path of a tile: " + path);
        }
        return parsed;
    }

    /** The level of a tile of hashes; empty for bundles. */
    public OptionalInt level() {
        return Character.isDigit(kind.charAt(0)) ? OptionalInt.of(Integer.parseInt(kind)) : OptionalInt.empty();
    }

    /** How many hashes the tile has in a tree of {@code size} leaves; 0 if it is not there. */
    public static int widthIn(int level, long index, long size) {
        long hashes = level < 8 ? size >>> 8 * level : 0;
        return (int) Math.clamp(hashes - (index << 8), 0, FULL);
    }

    /** The path below the log's prefix. */
    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(Long.toString(index));
        while (digits.length() % 3 != 0) {
            digits.insert(0, '0');
        }
        StringBuilder path = new StringBuilder("tile/").append(kind);
        for (int at = 0; at < digits.length(); at += 3) {
            path.append(at + 3 < digits.length() ? "/x" : "/").append(digits, at, at + 3);
        }
        return width == FULL ? path.toString() : path.append(".p/").append(width).toString();
    }
}
