package cn.dandang.kit.access;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked for, as far as it may stand in the open for ever: the ledgers name people by ids alone, and a reader may type a name. */
final class Asked {
    private static final String LEFT_OUT = "…";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    /** Words of routes, positions, digests, numbers of mechanisms; a long number could be somebody's. */
    private static final Predicate<String> SEGMENT = Pattern.compile(UUID + "|[0-9a-f]{64}|(?!.*[0-9]{11})[a-z0-9]*([-._][a-z0-9]+)*").asMatchPredicate();
    private static final Predicate<String> NAME = Pattern.compile("[a-z][A-Za-z]{0,39}").asMatchPredicate();
    /** Ids, states, places and numbers, days and months. */
    private static final Predicate<String> VALUE = Pattern.compile("|true|false|" + UUID + "|[A-Z][A-Z_]{0,39}|[0-9]{1,10}|[0-9]{4}-[0-9]{2}(-[0-9]{2})?").asMatchPredicate();

    private Asked() {}

    /** The same path and query without what is free text. */
    static String withoutText(String what) {
        String[] parts = what.split("\\?", 2);
        String path = Stream.of(parts[0].split("/", -1)).map(segment -> SEGMENT.test(segment) ? segment : LEFT_OUT).collect(Collectors.joining("/"));
        return parts.length == 1 ? path : path + "?" + Stream.of(parts[1].split("&", -1)).map(Asked::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String asked) {
        String[] pair = asked.split("=", 2);
        return pair.length == 1 || !NAME.test(pair[0]) ? LEFT_OUT : pair[0] + "=" + (VALUE.test(pair[1]) ? pair[1] : LEFT_OUT);
    }
}
