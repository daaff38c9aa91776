package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Look;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Report;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.profile.Profile;
import cn.dandang.bench.profile.ProfilePage;
import cn.dandang.bench.profile.Profiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which figures' own side is run once more, under a profile. */
enum Profiling {
    NONE,
    /** Those whose target is not reached. */
    MISSED,
    /** All that can be looked at by themselves. */
    ALL;

    private boolean wants(Result result) {
        return this == ALL || this == MISSED && !result.reached();
    }

    /** The results, those that are wanted with their profile, which is attached to the report. */
    List<Result> of(Benchmark benchmark, Setting setting, List<Result> results, Report report) throws Exception {
        List<Result> all = new ArrayList<>();
        for (Result result : results) {
            all.add(wants(result) ? profiled(benchmark, setting, result, report) : result);
        }
        return all;
    }

    private static Result profiled(Benchmark benchmark, Setting setting, Result result, Report report) throws Exception {
        Optional<Look> look = benchmark.look(result);
        if (look.isEmpty()) {
            Optional<Pairs.Run> ours = benchmark.ourSide(result.figure().name(), setting);
            if (ours.isEmpty()) {
                return result;
            }
            Profile profile = Profiler.of(ours.get());
            look = Optional.of(new Look(profile.line(), ProfilePage.of(result, profile), ProfilePage.graph(result, profile)));
        }
        report.attach(result, look.get());
        return result.withProfile(look.get().line());
    }
}
