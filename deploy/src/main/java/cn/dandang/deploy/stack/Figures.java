package cn.dandang.deploy.stack;

import java.util.OptionalLong;

/**
 * What a service tells of itself, as text for a table; "-" where it tells nothing.
 *
 * @param head     number of records in its ledger
 * @param relayLag records not yet published
 * @param viewLag  records not yet in the view that is furthest behind
 */
public record Figures(String head, String relayLag, String viewLag) {
    public static final Figures NONE = new Figures("-", "-", "-");

    /** Reads Prometheus' text form. */
    public static Figures parse(String text) {
        return new Figures(largest(text, "dandang_ledger_head"), largest(text, "dandang_relay_lag_records"), largest(text, "dandang_view_lag_records"));
    }

    private static String largest(String text, String name) {
        OptionalLong value = text.lines()
                .filter(line -> line.startsWith(name) && line.length() > name.length() && (line.charAt(name.length()) == ' ' || line.charAt(name.length()) == '{'))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max();
        return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }
}
