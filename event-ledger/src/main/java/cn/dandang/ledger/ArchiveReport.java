package cn.dandang.ledger;

import java.util.List;

/**
 * What an archiving moved, or would move.
 *
 * @param streams  number of streams
 * @param records  number of records
 * @param bytes    length of these records
 * @param archives digests of the archive files that were written
 */
public record ArchiveReport(long streams, long records, long bytes, List<String> archives) {

    public ArchiveReport {
        archives = List.copyOf(archives);
    }
}
