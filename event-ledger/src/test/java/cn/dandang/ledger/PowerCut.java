package cn.dandang.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * What a disk may hold when the power fails. SQLite writes the log and, in a checkpoint, the database; whatever was written before the
 * last sync is there, and of what was written after it any subset of sectors, since a disk may reorder, drop and tear writes but not
 * a sector. The writes are taken as the difference of the files before and after: a commit syncs the log before it is acknowledged.
 * A commit that begins the log anew syncs twice: first the log's new header, then what comes after it.
 *
 * @param database bytes of the database file
 * @param log      bytes of its write-ahead log
 */
record PowerCut(byte[] database, byte[] log) {

    private static final int SECTOR = 512;
    private static final int LOG_HEADER = 32;

    /** The files as they are, when nobody writes. */
    static PowerCut filesOf(Path file) {
        try {
            Path log = logOf(file);
            return new PowerCut(Files.readAllBytes(file), Files.exists(log) ? Files.readAllBytes(log) : new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** These files, all of them synced, and of the writes that led to the later ones a random subset. */
    PowerCut before(PowerCut later, Random random) {
        // none, few, half, most or all of the writes arrive
        double share = random.nextInt(5) / 4.0;
        byte[] foundDatabase = some(database, later.database, share, random);
        if (!later.beginsAnewAfter(this)) {
            return new PowerCut(foundDatabase, some(log, later.log, share, random));
        }
        byte[] withHeader = log.clone();
        System.arraycopy(later.log, 0, withHeader, 0, LOG_HEADER);
        return new PowerCut(foundDatabase, switch (random.nextInt(4)) {
            case 0 -> log;
            case 1 -> withHeader;
            default -> some(withHeader, later.log, share, random);
        });
    }

    private boolean beginsAnewAfter(PowerCut earlier) {
        return earlier.log.length >= LOG_HEADER && log.length >= LOG_HEADER && !Arrays.equals(earlier.log, 0, LOG_HEADER, log, 0, LOG_HEADER);
    }

    private static byte[] some(byte[] synced, byte[] later, double share, Random random) {
        int shorter = Math.min(synced.length, later.length);
        int longer = Math.max(synced.length, later.length);
        int length = shorter == longer ? shorter : shorter + random.nextInt(longer - shorter + 1);
        byte[] found = Arrays.copyOf(synced, length);
        for (int at = 0; at < Math.min(length, later.length); at += SECTOR) {
            if (random.nextDouble() < share) {
                System.arraycopy(later, at, found, at, Math.min(SECTOR, Math.min(length, later.length) - at));
            }
        }
        return found;
    }

    /** Lays the files out as a machine finds them when the power is back: without the shared memory of the process that is gone. */
    Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("ledger.db");
            Files.write(file, database);
            Files.deleteIfExists(folder.resolve("ledger.db-shm"));
            Files.write(logOf(file), log);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
