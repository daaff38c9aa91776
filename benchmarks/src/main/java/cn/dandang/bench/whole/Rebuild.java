package cn.dandang.bench.whole;

import cn.dandang.bench.ledger.LocalBroker;
import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.deploy.stack.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The dossiers built again from all facts in Kafka, beside a consumer that decodes the same facts and keeps nothing. */
public final class Rebuild implements Benchmark {

    /** What a row takes in the stand-in's memory, with room to collect garbage. */
    private static final long HEAP_BYTES_OF_A_FACT = 7_000;
    private static final long HEAP_MIB = 512;
    /** On both sides: what the store keeps lives on in this heap, and memory that was never touched is the system's work. */
    private static final List<String> LIVES_ON = List.of("-XX:+UseParallelGC", "-XX:MaxTenuringThreshold=0", "-XX:+AlwaysPreTouch");

    @Override
    public List<String> figures() {
        return List.of("rebuild_vs_consumer");
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        return setting.inFreshFolder(folder -> {
            try (LocalBroker broker = LocalBroker.start(folder)) {
                new SampleFacts(Installation.find().root()).publish(broker.bootstrap(), setting.facts());
                Pairs pairs = Pairs.alternate(setting.pairs(), () -> once(RebuildRun.Side.REBUILD, broker, setting.facts()), () -> once(RebuildRun.Side.CONSUMER, broker, setting.facts()));
                return List.of(setting.ratio("rebuild_vs_consumer", "The view of the dossiers built from " + setting.facts() + " facts in Kafka, into the store of a local run, beside a consumer that decodes the same facts and "
                        + "keeps nothing; each in a fresh process, its start not counted.", Target.atLeast(1.0 / 3), pairs, "rebuild", "bare consumer", "facts/s"));
            }
        });
    }

    private static double once(RebuildRun.Side side, LocalBroker broker, long facts) throws IOException, InterruptedException {
        long heap = HEAP_MIB + (facts * HEAP_BYTES_OF_A_FACT >> 20);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms" + heap + "m", "-Xmx" + heap + "m", "-XX:-UsePerfData"));
        command.addAll(LIVES_ON);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RebuildRun.class.getName(), side.name(), broker.bootstrap(), Long.toString(facts)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The process that measures ended with " + process.exitValue() + ": " + said);
        }
        return said.lines().filter(line -> line.startsWith(RebuildRun.LINE)).mapToDouble(line -> Double.parseDouble(line.substring(RebuildRun.LINE.length()))).findFirst()
                .orElseThrow(() -> new IOException("The process that measures said " + said));
    }
}
