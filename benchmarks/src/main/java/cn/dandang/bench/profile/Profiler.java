package cn.dandang.bench.profile;

import cn.dandang.bench.measure.Pairs;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Runs something once under a flight recording. */
public final class Profiler {

    private static final String CPU = "jdk.CPUTimeSample";
    private static final String LOST = "jdk.CPUTimeSamplesLost";
    private static final String JAVA = "jdk.ExecutionSample";
    private static final String NATIVE = "jdk.NativeMethodSample";
    private static final Duration OF_CPU = Duration.ofMillis(2);
    private static final Duration OF_CLOCK = Duration.ofMillis(5);
    /** An append on its way; a thread that is none is not asked where it waits. */
    private static final String ON_ITS_WAY = "cn.dandang.ledger.Ledger.append";
    /** With more foreign threads than this in native code the sampler, which takes one of them at a time, would miss ours. */
    private static final double FOREIGN = 0.05;

    private Profiler() {
    }

    /** Runs it, and tells where the time went. It needs Linux, whose processor times a flight recording can sample. */
    public static Profile of(Pairs.Run run) throws Exception {
        Path file = Files.createTempFile("profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(CPU).withStackTrace().with("throttle", OF_CPU.toMillis() + " ms");
            recording.enable(LOST);
            recording.enable(JAVA).withPeriod(OF_CLOCK).withStackTrace();
            recording.enable(NATIVE).withPeriod(OF_CLOCK).withStackTrace();
            long cpuBefore = processorNanos();
            long before = System.nanoTime();
            recording.start();
            double perSecond = run.once();
            double seconds = (System.nanoTime() - before) / 1e9;
            double cores = (processorNanos() - cpuBefore) / 1e9 / seconds;
            recording.stop();
            recording.dump(file);
            return read(file, perSecond, cores, seconds);
        } finally {
            Files.delete(file);
        }
    }

    private static Profile read(Path file, double perSecond, double cores, double seconds) throws Exception {
        List<List<String>> running = new ArrayList<>();
        List<List<String>> inJava = new ArrayList<>();
        List<List<String>> inNative = new ArrayList<>();
        long sampledNanos = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                switch (event.getEventType().getName()) {
                    case CPU -> {
                        sampledNanos += event.getDuration("samplingPeriod").toNanos();
                        running.add(frames(event));
                    }
                    case LOST -> {
                        int lost = event.getInt("lostSamples");
                        sampledNanos += lost * OF_CPU.toNanos();
                        running.addAll(Collections.nCopies(lost, List.of(Purposes.IN_MACHINE)));
                    }
                    case JAVA -> inJava.add(frames(event));
                    case NATIVE -> inNative.add(frames(event));
                    default -> { }
                }
            }
        }
        return new Profile(perSecond, cores, sampledNanos / 1e9 / seconds, new Stacks(running), waiting(new Stacks(inJava), new Stacks(inNative)));
    }

    private static Stacks waiting(Stacks inJava, Stacks inNative) {
        Stacks ours = inNative.where(Profiler::onItsWay);
        boolean distorted = inNative.count() - ours.count() > FOREIGN * inNative.count();
        return distorted ? new Stacks(List.of()) : inJava.where(Profiler::onItsWay).and(ours);
    }

    private static boolean onItsWay(List<String> frames) {
        return frames.stream().anyMatch(ON_ITS_WAY::equals);
    }

    private static List<String> frames(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null ? List.of() : stack.getFrames().stream().filter(RecordedFrame::isJavaFrame).map(Profiler::name).collect(Collectors.toList());
    }

    /** Class and method; classes that are made while the program runs have no name of their own. */
    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        int made = type.indexOf("$$Lambda");
        return (made < 0 ? type : type.substring(0, made) + "$$Lambda") + "." + frame.getMethod().getName();
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
