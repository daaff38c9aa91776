package cn.dandang.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is running, for {@code status} and {@code stop}: a small file in the data folder.
 *
 * @param launcher  process number of the launcher
 * @param processes its children
 */
public record RunRecord(long launcher, int gatewayPort, List<Entry> processes) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One process.
     *
     * @param pid            −1 while it is down
     * @param managementPort −1 for the broker
     */
    public record Entry(String name, long pid, int port, int managementPort, int restarts) {}

    static void write(DataFolder folder, Ports ports, Collection<ChildProcess> children) {
        List<Entry> entries = children.stream().map(child -> {
            boolean broker = child.part().equals(Part.BROKER);
            return new Entry(child.name(), child.pid().orElse(-1L), ports.of(child.name()), broker ? -1 : ports.management(child.name()), child.restarts());
        }).toList();
        byte[] content = JSON.writeValueAsBytes(new RunRecord(ProcessHandle.current().pid(), ports.of("gateway"), entries));
        try {
            Path fresh = folder.run().resolve("stack.json.new");
            Files.write(fresh, content);
            Files.move(fresh, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            // status will know less; the stack itself does not need the file
        }
    }

    /** What the launcher of this folder has written; empty when none has. */
    public static Optional<RunRecord> read(DataFolder folder) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file(folder)), RunRecord.class));
        } catch (IOException | JacksonException none) {
            return Optional.empty();
        }
    }

    static void delete(DataFolder folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException left) {
            // a stale file is harmless: the lock tells whether anything runs
        }
    }

    private static Path file(DataFolder folder) {
        return folder.run().resolve("stack.json");
    }
}
