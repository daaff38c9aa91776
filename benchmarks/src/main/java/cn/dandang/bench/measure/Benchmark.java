package cn.dandang.bench.measure;

import java.util.List;

/** Something that can be measured by itself. */
public interface Benchmark {

    /** The figures that it gives, by name. */
    List<String> figures();

    /** Measures. The data it makes is removed again. */
    List<Result> run(Setting setting) throws Exception;
}
