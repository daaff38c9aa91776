package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every id, once key and stream version of a ledger file is. The keys of the newest records are in memory only, because the
 * batches already say them durably: a commit writes one row and touches no index. When enough have come together they are written
 * as one sorted run; what was in memory when a process ended is read again from the batches at the next opening (decision 0030).
 *
 * <p>One thread writes; any may look.
 */
final class SqliteKeys {

    static final int RECORDS_PER_RUN = 1 << 15;

    private static final Logger log = LoggerFactory.getLogger(SqliteKeys.class);

    private final int recordsPerRun;
    /** Everything that was ever recorded; the writer's own. */
    private final GrowingKeyFilter all = new GrowingKeyFilter();
    private volatile Known known = new Known(List.of(), List.of(new YoungKeys(0)));
    private OptionalLong unreadable = OptionalLong.empty();
    /** Set when a commit failed and may have happened all the same. */
    private boolean doubtful;

    /** A run in the file, with what says which hashes it lacks. */
    private record Run(SqliteKeyRuns.Span span, KeyFilter filter) {
    }

    private record Known(List<Run> runs, List<YoungKeys> young) {
        Known with(YoungKeys another) {
            List<YoungKeys> more = new ArrayList<>(young);
            more.add(another);
            return new Known(runs, List.copyOf(more));
        }

        Known oldestIs(Run written) {
            List<Run> more = new ArrayList<>(runs);
            more.add(written);
            return new Known(List.copyOf(more), young.subList(1, young.size()));
        }
    }

    private SqliteKeys(int recordsPerRun) {
        this.recordsPerRun = recordsPerRun;
    }

    /** Reads the runs of the file, and the batches after the last run. */
    static SqliteKeys open(Connection connection, int recordsPerRun) throws SQLException {
        SqliteKeys keys = new SqliteKeys(recordsPerRun);
        keys.readRuns(connection);
        keys.catchUp(connection);
        return keys;
    }

    private void readRuns(Connection connection) throws SQLException {
        List<Run> runs = new ArrayList<>();
        for (SqliteKeyRuns.Span span : SqliteKeyRuns.spans(connection)) {
            List<KeyEntry> entries = new ArrayList<>();
            SqliteKeyRuns.each(connection, span, entries::add);
            entries.forEach(entry -> all.add(entry.bits()));
            runs.add(new Run(span, filter(entries)));
        }
        known = new Known(List.copyOf(runs), List.of(new YoungKeys(runs.isEmpty() ? 0 : runs.getLast().span().next())));
    }

    /** The position up to which all keys are known. */
    long next() {
        return known.young().getLast().next();
    }

    /** A batch may be in the file that {@link #add} was not told of. */
    void doubt() {
        doubtful = true;
    }

    /** Reads what may be in the file beyond {@link #next()}, if there is doubt. For the writer. */
    void settleDoubt(Connection connection) throws SQLException {
        if (doubtful) {
            catchUp(connection);
            doubtful = false;
        }
    }

    private void catchUp(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT first, records FROM batch WHERE first >= ? ORDER BY first")) {
            query.setLong(1, next());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long first = row.getLong(1);
                    try {
                        add(first, PackedRecords.unpack(first, row.getBytes(2), ArchiveFolder.none()));
                    } catch (LedgerFormatException | LedgerCorruptException e) {
                        unreadable = OptionalLong.of(first);
                        log.error("The batch at position {} of the ledger cannot be read, so its keys are not known: {}", first, e.getMessage());
                    }
                }
            }
        }
    }

    /** The batch whose keys are not known because it cannot be read. */
    OptionalLong unreadable() {
        return unreadable;
    }

    /** False if this hash with this version was certainly never recorded. For the writer. */
    boolean mayHold(long hash, long version) {
        return all.mayHold(KeyEntry.bits(hash, version));
    }

    /** All entries of this hash from this version on, in order of version. */
    NavigableSet<KeyEntry> find(Connection connection, long hash, long fromVersion) throws SQLException {
        // taken once: a run that is written meanwhile is in one or the other
        Known now = known;
        NavigableSet<KeyEntry> found = new TreeSet<>();
        for (Run run : now.runs()) {
            if (run.filter().mayHold(hash)) {
                SqliteKeyRuns.find(connection, run.span(), hash, fromVersion, found::add);
            }
        }
        for (YoungKeys young : now.young()) {
            young.find(hash, fromVersion, found::add);
        }
        return found;
    }

    /** Remembers the keys of records that are durable. */
    void add(long firstPosition, List<EncodedRecord> records) {
        YoungKeys young = known.young().getLast();
        young.add(firstPosition, records, (hash, version) -> all.add(KeyEntry.bits(hash, version)));
        if (young.records() >= recordsPerRun) {
            known = known.with(new YoungKeys(young.next()));
        }
    }

    /** Whether there are enough keys in memory for a run. */
    boolean runIsDue() {
        return known.young().size() > 1;
    }

    /** A run that is made up and only has to be written. */
    record Ripe(SqliteKeyRuns.Span span, List<SqliteKeyRuns.Row> rows, KeyFilter filter) {
    }

    /** The oldest keys in memory as a run; takes some milliseconds and stands in nobody's way. */
    Ripe oldest() {
        YoungKeys oldest = known.young().getFirst();
        List<KeyEntry> entries = oldest.sorted();
        return new Ripe(new SqliteKeyRuns.Span(oldest.first(), oldest.next()), SqliteKeyRuns.rows(entries), filter(entries));
    }

    /** Writes what {@link #oldest()} gave. For the writer, outside a transaction. */
    void write(Connection connection, Ripe ripe) throws SQLException {
        SqliteTransaction.run(connection, () -> {
            SqliteKeyRuns.forgetFrom(connection, ripe.span().first());
            SqliteKeyRuns.write(connection, ripe.span(), ripe.rows());
        });
        known = known.oldestIs(new Run(ripe.span(), ripe.filter()));
    }

    private static KeyFilter filter(Collection<KeyEntry> entries) {
        KeyFilter filter = new KeyFilter(entries.size());
        entries.forEach(entry -> filter.add(entry.hash()));
        return filter;
    }
}
