package cn.dandang.deploy.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies of the key folder. They are kept apart from the ledgers, for whoever has both can read everything. */
public final class KeyBackup {
    private static final String KEY = ".key";
    private static final String ERASED = ".erased";
    private static final String UNFINISHED = ".new";
    private static final String LOCK = ".lock";
    private static final String SIGNING = "ledger";

    private KeyBackup() {}

    /**
     * Copies what signs the ledgers, with the checkpoints that were signed. To be done before the ledgers are backed up: a checkpoint of
     * more than the backup holds would make a restored service stop.
     */
    public static int copySigning(Path keys, Path target) throws IOException {
        Path signing = keys.resolve(SIGNING);
        return Files.isDirectory(signing) ? copyAll(signing, target.resolve(SIGNING), file -> true) : 0;
    }

    /** Copies the keys of personal data as they stand, while services use them. To be done after the ledgers: every key that a record needs is there then. */
    public static int copy(Path keys, Path target) throws IOException {
        Files.createDirectories(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // the lock under which services make, erase and rotate keys: the copy is of one moment
        try (FileChannel channel = FileChannel.open(keys.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock held = channel.lock()) {
            return copyAll(keys, target, file -> !file.startsWith(keys.resolve(SIGNING)));
        }
    }

    /**
     * Brings a copy back into a fresh folder and takes over every erasure that any of the other folders knows of: the same mark, and no key.
     *
     * @param erasures further key folders or copies of them, newer ones above all
     * @return how many keys of the copy were left out because they had been erased since
     */
    public static int restore(Path copy, Collection<Path> erasures, Path keys) throws IOException {
        if (Files.exists(keys) && !files(keys).isEmpty()) {
            throw new IllegalStateException("Keys are restored into an empty folder only: " + keys);
        }
        Set<Path> marks = new HashSet<>();
        for (Path folder : erasures) {
            files(folder).stream().filter(KeyBackup::isMark).map(folder::relativize).forEach(marks::add);
        }
        Files.createDirectories(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path mark : marks) {
            Files.createDirectories(keys.resolve(mark).getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.write(keys.resolve(mark), new byte[0]);
        }
        copyAll(copy, keys, file -> true);
        int erased = 0;
        for (Path mark : marks) {
            Path key = keys.resolve(mark).resolveSibling(mark.getFileName().toString().replace(ERASED, KEY));
            if (Files.exists(key)) {
                overwrite(key);
                Files.delete(key);
                erased++;
            }
        }
        return erased;
    }

    private static int copyAll(Path from, Path to, Predicate<Path> which) throws IOException {
        int copied = 0;
        for (Path file : files(from).stream().filter(which).toList()) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            copied += file.getFileName().toString().endsWith(KEY) ? 1 : 0;
        }
        return copied;
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size()), 0);
            channel.force(true);
        }
    }

    private static boolean isMark(Path file) {
        return file.getFileName().toString().endsWith(ERASED);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().equals(LOCK) && !file.getFileName().toString().startsWith(UNFINISHED)).toList();
        }
    }
}
