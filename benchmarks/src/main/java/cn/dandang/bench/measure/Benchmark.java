package cn.dandang.bench.measure;

import java.util.List;
import java.util.Optional;

/** Something that can be measured by itself. */
public interface Benchmark {

    /** The figures that it gives, by name. */
    List<String> figures();

    /** Measures. The data it makes is removed again. */
    List<Result> run(Setting setting) throws Exception;

    /** Where the time of this result went, for a benchmark that looks while it measures; empty for others. */
    default Optional<Look> look(Result result) {
        return Optional.empty();
    }

    /** One more run of our side of a figure, which says what it reached a second; empty where nothing can be looked at by itself. */
    default Optional<Pairs.Run> ourSide(String figure, Setting setting) {
        return Optional.empty();
    }
}
