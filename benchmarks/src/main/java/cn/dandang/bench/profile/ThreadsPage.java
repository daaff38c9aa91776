package cn.dandang.bench.profile;

import cn.dandang.bench.measure.Look;
import cn.dandang.bench.measure.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Processor time of an installation by process and kind of thread, as the profile of a figure that no single process explains. */
public final class ThreadsPage {

    private static final Predicate<String> COMPILES = kind -> kind.contains("CompilerThre");
    private static final Predicate<String> COLLECTS = kind -> kind.startsWith("VM Thread") || kind.startsWith("GC Thread") || kind.startsWith("G#");
    private static final double LEAST = 0.005;

    private ThreadsPage() {
    }

    /** @param each how many operations the time was spent on */
    public static Look of(Result result, ThreadTimes times, long each) {
        double all = times.millis(_ -> true);
        List<Map.Entry<String, Map<String, Long>>> processes = times.ticks().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Map<String, Long>> process) -> sum(process.getValue())).reversed()).toList();
        String line = String.format(Locale.ROOT, "%.1f ms of processor time for each; ", all / each)
                + processes.stream().map(process -> String.format(Locale.ROOT, "%s %.0f %%", process.getKey(), 100 * ThreadTimes.millis(sum(process.getValue())) / all)).collect(Collectors.joining(" · "))
                + String.format(Locale.ROOT, "; compiling %.0f %%, collecting garbage %.0f %%", 100 * times.millis(COMPILES) / all, 100 * times.millis(COLLECTS) / all);
        return new Look(line, page(result, processes, all, each), FlameGraph.of(result.figure().name() + ": processor time by process and kind of thread", stacks(processes)));
    }

    private static long sum(Map<String, Long> kinds) {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String page(Result result, List<Map.Entry<String, Map<String, Long>>> processes, double all, long each) {
        StringBuilder page = new StringBuilder("# Profile of `").append(result.figure().name()).append("`\n\n<!-- written by ./dandang bench, not by hand -->\n\n").append(result.what())
                .append(String.format(Locale.ROOT, "%n%nProcessor time of every process while it was measured, as the system counts it for each thread: %.1f s for %d, %.2f ms for each. "
                        + "Numbers in the names of threads are left out; the system keeps fifteen letters of a name.%n%n", all / 1000, each, all / each))
                .append("| share | ms for each | process | threads |\n|---:|---:|---|---|\n");
        for (Map.Entry<String, Map<String, Long>> process : processes) {
            row(page, ThreadTimes.millis(sum(process.getValue())), all, each, "**" + process.getKey() + "**", "all");
            process.getValue().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).filter(kind -> ThreadTimes.millis(kind.getValue()) / all >= LEAST)
                    .forEach(kind -> row(page, ThreadTimes.millis(kind.getValue()), all, each, process.getKey(), "`" + kind.getKey() + "`"));
        }
        return page.append("\n![by process and kind of thread](").append(result.figure().name()).append(".profile.svg)\n\n`").append(result.command()).append(" --profile` · ").append(result.at()).append('\n').toString();
    }

    private static void row(StringBuilder page, double millis, double all, long each, String process, String threads) {
        page.append(String.format(Locale.ROOT, "| %.1f %% | %.2f | %s | %s |%n", 100 * millis / all, millis / each, process, threads));
    }

    private static Stacks stacks(List<Map.Entry<String, Map<String, Long>>> processes) {
        List<List<String>> seen = new ArrayList<>();
        processes.forEach(process -> process.getValue().forEach((kind, ticks) -> seen.addAll(Collections.nCopies(ticks.intValue(), List.of(kind, process.getKey())))));
        return new Stacks(seen);
    }
}
