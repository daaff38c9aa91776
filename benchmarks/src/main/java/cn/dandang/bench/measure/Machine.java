package cn.dandang.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** On what, and when, something was measured. */
public final class Machine {

    private Machine() {
    }

    /** Day, processors, system, Java, and the load before: what else the machine was doing. */
    public static String now() {
        return String.format(Locale.ROOT, "%s · %d × %s · %s · Java %s · load before %.1f", LocalDate.now(), Runtime.getRuntime().availableProcessors(),
                processor(), System.getProperty("os.name"), Runtime.version().feature(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst().orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }
}
