package cn.dandang.bench.measure;

import cn.dandang.deploy.stack.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to measure.
 *
 * @param pairs    rounds of each side
 * @param warmUp   of each run, not counted
 * @param measured of each run
 * @param scale    number of records of the large ledgers
 * @param steady   how long a whole installation is kept under load
 * @param facts    number of facts from which a view is built again
 * @param folder   where data may be written: on the disk that is to be measured
 * @param command  the command that was given
 * @param at       day and machine
 */
public record Setting(int pairs, Duration warmUp, Duration measured, long scale, Steady steady, long facts, Path folder, String command, String at) {

    /** A load that goes on: how many calls a second, how long before it counts, and how long it counts. */
    public record Steady(int perSecond, Duration warmUp, Duration measured) {
    }

    /** Work in a folder that is empty before and gone afterwards. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Path fresh) throws Exception;
    }

    public <T> T inFreshFolder(Work<T> work) throws Exception {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "bench");
        try {
            return work.in(fresh);
        } finally {
            Folders.delete(fresh);
        }
    }

    /** A result that is the ratio of two sides which took turns; without a target it is only told. */
    public Result ratio(String name, String what, @Nullable Target target, Pairs pairs, String ours, String peer, String unit, Figure... besides) {
        return new Result(new Figure(name, pairs.medianRatio(), "ratio"), what, target,
                new Result.Side(ours, unit, pairs.ours()), new Result.Side(peer, unit, pairs.peer()), List.of(besides), command, at, null);
    }

    /** A result that is the median of rounds of one side. */
    public Result alone(String name, String unit, String what, @Nullable Target target, List<Double> rounds, Figure... besides) {
        return new Result(new Figure(name, Pairs.median(rounds, Double::doubleValue), unit), what, target,
                new Result.Side("ours", unit, rounds), null, List.of(besides), command, at, null);
    }
}
