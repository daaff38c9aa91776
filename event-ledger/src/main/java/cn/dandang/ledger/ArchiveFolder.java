package cn.dandang.ledger;

import cn.dandang.ledger.tree.Rfc6962;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive files of a ledger, each named by the SHA-256 of its content and never changed. Nothing is handed out of it that is not
 * what was archived. Safe for many threads.
 */
public final class ArchiveFolder {

    static final String ENDING = ".archive";
    private static final Logger log = LoggerFactory.getLogger(ArchiveFolder.class);
    private static final int BYTES_BEFORE_RECORD = Long.BYTES + Integer.BYTES;

    private final @Nullable Path folder;
    /** For each file that could not be read the read that failed, to be tried again when somebody asks how the archive is. */
    private final Map<String, Wanted> failed = new ConcurrentHashMap<>();

    private record Wanted(long position, String digest, long offset, int length, byte[] leaf) {
    }

    private ArchiveFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The archive in this folder, which is made with the first file. */
    public static ArchiveFolder at(Path folder) {
        return new ArchiveFolder(folder.toAbsolutePath());
    }

    /** The archive of a ledger by its name among the archives of others: {@code tolerance.archive}. */
    public static ArchiveFolder among(Path archives, String ledger) {
        return at(archives.resolve(ledger + ENDING));
    }

    /** The archive beside a ledger file: {@code tolerance.archive} beside {@code tolerance.db}. */
    public static ArchiveFolder beside(Path ledger) {
        return among(ledger.toAbsolutePath().getParent(), ledger.getFileName().toString().replaceFirst("\\.db$", ""));
    }

    /** No archive: what a ledger keeps by reference cannot be read. */
    public static ArchiveFolder none() {
        return new ArchiveFolder(null);
    }

    Path path() {
        Path known = folder;
        if (known == null) {
            throw new IllegalStateException("This ledger was opened without an archive folder. 打开账本时未指定归档文件夹。");
        }
        return known;
    }

    Path file(String digest) {
        return path().resolve(digest + ENDING);
    }

    /**
     * What, if anything, is wrong with the archive, each time in both languages ({@code zh}, {@code en}): files that are not there or
     * have another length, and files of which a read found other bytes and still does.
     */
    public List<Map<String, String>> problems(List<ArchiveFile> noted) {
        List<Map<String, String>> problems = new ArrayList<>();
        for (ArchiveFile file : noted) {
            if (folder == null || length(file(file.digest())) != file.bytes()) {
                problems.add(Map.of("zh", "归档文件 " + file.digest() + ENDING + " 不在归档文件夹中，或长度不符。请从备份放回。",
                        "en", "The archive file " + file.digest() + ENDING + " is not in the archive folder, or has another length. Put it back from a backup."));
            }
        }
        for (Wanted wanted : failed.values()) {
            try {
                read(wanted);
            } catch (ArchiveUnreadableException e) {
                problems.add(e.messages());
            }
        }
        return problems;
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    /**
     * The bytes of an archived record.
     *
     * @param offset where its entry begins in the file
     * @param length number of its bytes
     * @throws ArchiveUnreadableException if they are not there, or are not those that have this leaf hash
     */
    byte[] read(long position, String digest, long offset, int length, byte[] leaf) {
        return read(new Wanted(position, digest, offset, length, leaf));
    }

    private byte[] read(Wanted wanted) {
        try {
            byte[] bytes = entry(wanted);
            if (!failed.isEmpty()) {
                // another record of the same file says nothing about the one that could not be read
                failed.computeIfPresent(wanted.digest(), (digest, before) -> before.position() == wanted.position() ? null : before);
            }
            return bytes;
        } catch (ArchiveUnreadableException e) {
            if (failed.put(wanted.digest(), wanted) == null) {
                log.error("{}", e.getMessage());
            }
            throw e;
        }
    }

    private byte[] entry(Wanted wanted) {
        if (folder == null) {
            throw unreadable(wanted, "而打开账本时未指定归档文件夹", "and this program was given no archive folder");
        }
        try (FileChannel file = FileChannel.open(file(wanted.digest()))) {
            if (wanted.length() < 0 || wanted.offset() < 0 || wanted.offset() > file.size() - BYTES_BEFORE_RECORD - wanted.length()) {
                throw altered(wanted);
            }
            ByteBuffer entry = ByteBuffer.allocate(BYTES_BEFORE_RECORD + wanted.length());
            while (entry.hasRemaining() && file.read(entry, wanted.offset() + entry.position()) >= 0) {
                // a read may give less than was asked for
            }
            byte[] bytes = Arrays.copyOfRange(entry.array(), BYTES_BEFORE_RECORD, entry.capacity());
            if (entry.getLong(0) != wanted.position() || entry.getInt(Long.BYTES) != bytes.length
                    || !Arrays.equals(Rfc6962.leafHash(bytes), wanted.leaf())) {
                throw altered(wanted);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw unreadable(wanted, "但该文件不在归档文件夹中", "which is not in the archive folder");
        } catch (IOException e) {
            throw unreadable(wanted, "但该文件不可读（" + e.getMessage() + "）", "which cannot be read (" + e.getMessage() + ")");
        }
    }

    private static ArchiveUnreadableException altered(Wanted wanted) {
        return unreadable(wanted, "但该文件的内容与归档时不同", "which is not what was archived");
    }

    private static ArchiveUnreadableException unreadable(Wanted wanted, String zh, String en) {
        String name = wanted.digest() + ENDING;
        return new ArchiveUnreadableException("The archive file " + name + " was wanted, " + en + ". 归档文件 " + name + " 待读取，" + zh + "。", wanted.position(),
                "位置 " + wanted.position() + " 的记录已归档到文件 " + name + "，" + zh + "。请从备份把该文件放回归档文件夹，放回后即可读取。",
                "The record at position " + wanted.position() + " is archived in the file " + name + ", " + en
                        + ". Put the file back into the archive folder from a backup; it can be read as soon as it is there.");
    }
}
