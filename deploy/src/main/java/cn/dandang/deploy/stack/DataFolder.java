package cn.dandang.deploy.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that an installation keeps everything in: ledgers and keys, the broker's log, logs, what is running. */
public final class DataFolder {
    private static final long LEAST_FREE_MIB = 500;
    private static final String LAYOUT = "1";
    private static final Set<String> OURS = Set.of("data", "kafka", "log", "run", "cache", "keys");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private final Path root;

    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path log() {
        return root.resolve("log");
    }

    public Path run() {
        return root.resolve("run");
    }

    /** Makes the folder if it is absent; refuses one that is not ours, cannot be written or has too little room. */
    public void prepare() {
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw broken("不是目录", "is not a folder");
            }
            if (Files.isDirectory(root)) {
                requireOurs();
            }
            for (Path folder : List.of(data(), log(), run())) {
                Files.createDirectories(folder);
            }
            Files.writeString(root.resolve(".dandang"), LAYOUT + "\n");
            Files.delete(Files.createTempFile(run(), "write", ".test"));
        } catch (IOException failure) {
            throw broken("不可写", "cannot be written");
        }
        requireRoom();
    }

    /** Refuses a folder that holds anything but our own files, before it is removed. */
    public void requireRecognised() throws IOException {
        if (!Files.isDirectory(root)) {
            throw broken("不是目录", "is not a folder");
        }
        requireOurs();
    }

    /** Where an unfinished restore leaves its mark. */
    public Path unfinishedRestore() {
        return data().resolve("restore-unfinished");
    }

    public boolean restoreUnfinished() {
        return Files.exists(unfinishedRestore());
    }

    /** Refuses a folder into which a restore has not come to its end: half of what belongs together is there. */
    void requireWhole() {
        if (restoreUnfinished()) {
            throw new StackFailure(ExitCode.DATA_BROKEN,
                    "数据目录 " + root + " 的恢复尚未完成；请用同一命令再次运行 ./dandang restore，将从中断处继续。",
                    "The restore into the data folder " + root + " is not finished; give the same ./dandang restore again, and it goes on from where it was.");
        }
    }

    private void requireOurs() throws IOException {
        Path marker = root.resolve(".dandang");
        if (Files.exists(marker)) {
            String layout = Files.readString(marker).strip();
            if (!layout.equals(LAYOUT)) {
                throw broken("的布局是「" + layout + "」，本版本只认识 " + LAYOUT, "has layout '" + layout + "', and this version knows only " + LAYOUT);
            }
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            if (entries.anyMatch(entry -> !OURS.contains(entry.getFileName().toString()))) {
                throw broken("里有不属于担当的文件", "holds files that are not ours");
            }
        }
    }

    private StackFailure broken(String zh, String en) {
        return new StackFailure(ExitCode.DATA_BROKEN,
                "数据目录 " + root + " " + zh + "；请用 --data 指定另一个目录，或恢复备份。",
                "The data folder " + root + " " + en + "; choose another with --data, or restore a backup.");
    }

    private void requireRoom() {
        long least = Long.getLong("dandang.least-free-mib", LEAST_FREE_MIB);
        try {
            long free = Files.getFileStore(root).getUsableSpace() / (1024 * 1024);
            if (free < least) {
                throw new StackFailure(ExitCode.DISK_FULL,
                        "数据目录 " + root + " 所在磁盘只剩 " + free + " MiB，至少需要 " + least + " MiB；请腾出空间，或用 --data 换一个磁盘。",
                        "The disk of the data folder " + root + " has " + free + " MiB left, and " + least + " MiB are needed; free some, or choose another disk with --data.");
            }
        } catch (IOException failure) {
            throw broken("不可读", "cannot be read");
        }
    }

    /** Takes the folder for this process; released when closed or when the process ends in any way. */
    public Lock lock() {
        Lock lock = tryLock();
        if (lock == null) {
            throw new StackFailure(ExitCode.DATA_IN_USE,
                    "数据目录 " + root + " 正被另一个 dandang 使用；请先运行 ./dandang stop，或用 --data 指定另一个目录。",
                    "The data folder " + root + " is in use by another dandang; run ./dandang stop first, or choose another folder with --data.");
        }
        return lock;
    }

    private @Nullable Lock tryLock() {
        try {
            Files.createDirectories(run());
            FileChannel channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new Lock(channel);
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // as good as held by another
            }
            channel.close();
            return null;
        } catch (IOException failure) {
            throw broken("不可写", "cannot be written");
        }
    }

    /** Whether a launcher holds this folder now. */
    public boolean inUse() {
        if (!Files.exists(run().resolve("lock"))) {
            return false;
        }
        Lock lock = tryLock();
        if (lock == null) {
            return true;
        }
        lock.close();
        return false;
    }

    /** The password of the demonstration accounts: made once for each folder. */
    public String password() {
        Path file = data().resolve("local-password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String password = randomPassword();
            Files.createDirectories(data());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
            return password;
        } catch (IOException failure) {
            throw broken("不可写", "cannot be written");
        }
    }

    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** A held folder. */
    public record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                // closing is all that was wanted
            }
        }
    }
}
