package cn.dandang.deploy.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run left outside clarification: sequences of lines by the place where anybody could find them. */
final class Traces {
    private static final int SHOWN = 12;
    private final Map<String, List<String>> places = new TreeMap<>();

    void add(String place, String line) {
        places.computeIfAbsent(place, _ -> new ArrayList<>()).add(line);
    }

    /** A place that is looked at even if nothing is there. */
    void place(String place) {
        places.computeIfAbsent(place, _ -> new ArrayList<>());
    }

    /** The same lines whatever their order: for logs and figures, which several threads write. */
    void sort(String place) {
        places.getOrDefault(place, new ArrayList<>()).sort(null);
    }

    long lines() {
        return places.values().stream().mapToLong(List::size).sum();
    }

    Map<String, List<String>> places() {
        return places;
    }

    /** One sentence for each place where two runs differ: the first lines that only one of them has, or that stand elsewhere. */
    static List<String> differences(Traces with, Traces without) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(with.places.keySet());
        all.addAll(without.places.keySet());
        for (String place : all) {
            List<String> one = with.places.get(place);
            List<String> other = without.places.get(place);
            if (one == null || other == null) {
                differences.add(place + " is there only " + (one == null ? "without" : "with") + " the report");
            } else if (!one.equals(other)) {
                differences.add(place + ": " + difference(one, other));
            }
        }
        return differences;
    }

    private static String difference(List<String> with, List<String> without) {
        List<String> onlyWith = new ArrayList<>(with);
        without.forEach(onlyWith::remove);
        List<String> onlyWithout = new ArrayList<>(without);
        with.forEach(onlyWithout::remove);
        StringBuilder text = new StringBuilder(with.size() + " lines with the report, " + without.size() + " without");
        if (onlyWith.isEmpty() && onlyWithout.isEmpty()) {
            int at = 0;
            while (with.get(at).equals(without.get(at))) {
                at++;
            }
            text.append("; another order from line ").append(at).append(" on:\n  with    ").append(with.get(at)).append("\n  without ").append(without.get(at));
        }
        onlyWith.stream().limit(SHOWN).forEach(line -> text.append("\n  only with    ").append(line));
        onlyWithout.stream().limit(SHOWN).forEach(line -> text.append("\n  only without ").append(line));
        return text.toString();
    }
}
