package cn.dandang.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a process takes of the machine's memory. */
public final class Memory {
    private Memory() {}

    /** Proportional set size in KiB where the kernel tells it, else the resident size; empty when neither is known. */
    public static OptionalLong kibOf(long pid) {
        OptionalLong pss = field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return pss.isPresent() ? pss : field(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    private static OptionalLong field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.substring(name.length()).replace("kB", "").strip()))
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }
}
