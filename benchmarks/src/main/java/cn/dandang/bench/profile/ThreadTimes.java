package cn.dandang.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Processor time of processes by the kind of their threads, as Linux counts it: user and system together. Threads that differ by a number only are of
 * one kind; the system keeps fifteen letters of a name. Where there is no {@code /proc} nothing is told.
 *
 * @param ticks hundredths of a second by process and kind
 */
public record ThreadTimes(Map<String, Map<String, Long>> ticks) {
    private static final int USER = 11;
    private static final int MILLIS_OF_A_TICK = 10;

    /** Of these processes up to now: names, and the numbers under which the system knows them. */
    public static ThreadTimes of(Map<String, Long> processes) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        processes.forEach((name, pid) -> all.put(name, ofProcess(pid)));
        return new ThreadTimes(all);
    }

    /** What came after an earlier look at the same processes. Threads that ended in between are not in it. */
    public ThreadTimes since(ThreadTimes before) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        ticks.forEach((process, kinds) -> {
            Map<String, Long> came = new TreeMap<>();
            kinds.forEach((kind, now) -> came.put(kind, Math.max(0, now - before.ticks.getOrDefault(process, Map.of()).getOrDefault(kind, 0L))));
            all.put(process, came);
        });
        return new ThreadTimes(all);
    }

    /** Milliseconds of the threads of one kind in all processes. */
    double millis(Predicate<String> kind) {
        return MILLIS_OF_A_TICK * ticks.values().stream().flatMap(kinds -> kinds.entrySet().stream()).filter(each -> kind.test(each.getKey())).mapToLong(Map.Entry::getValue).sum();
    }

    static double millis(long ticks) {
        return MILLIS_OF_A_TICK * ticks;
    }

    private static Map<String, Long> ofProcess(long pid) {
        Map<String, Long> kinds = new TreeMap<>();
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        if (Files.isDirectory(threads)) {
            try (Stream<Path> all = Files.list(threads)) {
                all.forEach(thread -> add(thread.resolve("stat"), kinds));
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        }
        return kinds;
    }

    private static void add(Path stat, Map<String, Long> kinds) {
        try {
            String line = Files.readString(stat);
            int end = line.lastIndexOf(')');
            String[] numbers = line.substring(end + 2).split(" ");
            kinds.merge(line.substring(line.indexOf('(') + 1, end).replaceAll("\\d+", "#"), Long.parseLong(numbers[USER]) + Long.parseLong(numbers[USER + 1]), Long::sum);
        } catch (IOException ended) {
            // the thread, between the list and the look
        }
    }
}
