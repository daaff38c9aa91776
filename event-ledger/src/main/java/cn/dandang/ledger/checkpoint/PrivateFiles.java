package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Files that their owner alone reads, that are durable when a call returns, and that are there whole or not at all. */
public final class PrivateFiles {

    /** A file lock holds between processes; between the threads of one process, this does. */
    private static final ReentrantLock LOCAL = new ReentrantLock();

    /** Work that may fail with the disk. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    private PrivateFiles() {
    }

    /** Makes a folder, and those above it, if it is absent. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
    }

    /** Replaces a file. */
    public static void write(Path target, String content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, ".new", "", ownerOnly("rw-------"));
        try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            for (ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(UTF_8)); bytes.hasRemaining(); ) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folder);
    }

    /** Makes durable which names are in a folder: a file that was moved there keeps its name through a power cut. */
    public static void syncFolder(Path folder) throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Runs the work while no other thread or process does so for this folder. Not to be nested. */
    public static <T> T locked(Path folder, Work<T> work) throws IOException {
        LOCAL.lock();
        try {
            if (LOCAL.getHoldCount() > 1) {
                throw new IllegalStateException("The folder " + folder + " is locked by this thread already");
            }
            try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
                return work.run();
            }
        } finally {
            LOCAL.unlock();
        }
    }

    /** Lets the owner read a file, and nobody write it. */
    public static void readOnly(Path file) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
    }

    /** Takes the lock of an open file until it is closed; false if another process, or another channel of this one, holds it. */
    public static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static FileAttribute<?>[] ownerOnly(String permissions) {
        return posix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
