package cn.dandang.kit.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Files of keys: readable by their owner only, written whole or not at all, overwritten before they are removed, changed by one process at a time. */
final class KeyFolder {
    private static final String UNFINISHED = ".new";
    /** A file lock holds between processes; between the stores of one process, this does. */
    private static final ReentrantLock LOCAL = new ReentrantLock();

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
        create(folder);
    }

    Path path() {
        return folder;
    }

    KeyFolder sub(String name) {
        return new KeyFolder(folder.resolve(name));
    }

    /** Written beside, then moved into place; durable when it returns. */
    void write(Path target, byte[] content) {
        try {
            Path beside = Files.createTempFile(target.getParent(), UNFINISHED, "", ownerOnly("rw-------"));
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(content));
                out.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            sync(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be written.", e);
        }
    }

    /** Overwrites a file with zeros, then removes it; nothing happens if it is not there. */
    void destroy(Path file) {
        try {
            if (Files.exists(file)) {
                Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.delete(file);
                sync(file.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be destroyed.", e);
        }
    }

    /** Destroys what a process left that died while it wrote: it may hold a key. Only with the lock held. */
    void destroyUnfinished() {
        files(UNFINISHED, "").forEach(this::destroy);
    }

    /** Files of this folder by the beginning and the end of their names. */
    List<Path> files(String begin, String end) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().startsWith(begin) && file.getFileName().toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be read.", e);
        }
    }

    /** One at a time over all threads and all processes. */
    <T> T locked(Supplier<T> work) {
        LOCAL.lock();
        try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock held = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be locked.", e);
        } finally {
            LOCAL.unlock();
        }
    }

    /** The names in a folder are durable only when the folder itself was written. */
    private static void sync(Path directory) throws IOException {
        if (posix()) {
            try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path, ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + path + " cannot be made.", e);
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return posix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }
}
