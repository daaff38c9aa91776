package cn.dandang.ledger.verify;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.VerificationReport.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Ids and once keys occur once; versions of a stream are 0, 1, 2 … Only numbers are kept of each; where they are suspicious the
 * records are read once more and their whole keys compared, so nobody is accused by a coincidence.
 */
final class KeyCheck {

    static final int ENTRIES_IN_MEMORY = 1 << 20;
    private static final int INDEX_BITS = 24;
    /** Those with the lowest positions are kept: coincidences are far rarer than this. */
    private static final int MOST_SUSPICIONS = 1000;
    /** A repeated record also repeats its place in a stream; that it is repeated says more. */
    private static final Comparator<Defective> FIRST = Comparator.<Defective>comparingLong(defect -> defect.position)
            .thenComparing(defect -> defect.kind == Kind.STREAM_VERSION);
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final KeySpill spill;
    private final SipHash keys;
    private final SipHash streams;

    /**
     * A record that was read once more.
     *
     * @param line where it stands, 0 if there are no lines
     */
    record Found(LedgerRecord record, long line) {
    }

    /**
     * Entries that share a hash and are not what entries that share one should be.
     *
     * @param candidate position that may be the first bad one
     */
    private record Suspicion(long candidate, long[] positions, long[] what) {
    }

    /** Reads records again, in one go. */
    interface Again {
        Map<Long, Found> at(NavigableSet<Long> positions) throws IOException;
    }

    KeyCheck(KeySpill spill, long secret0, long secret1) {
        this.spill = spill;
        this.keys = new SipHash(secret0, secret1);
        this.streams = new SipHash(~secret0, secret1);
    }

    void take(long position, RecordView record) throws IOException {
        boolean onceIsId = record.onceIsId();
        long version = record.version();
        spill.add(hash(keys, record, RecordView.ID), onceIsId ? KeySpill.ID_AND_ONCE : KeySpill.ID, position);
        if (!onceIsId) {
            spill.add(hash(keys, record, RecordView.ONCE), KeySpill.ONCE, position);
        }
        if (record.standsAlone()) {
            if (version != 0) {
                throw version(record, 0, version);
            }
        } else if (version < 0) {
            throw version(record, 0, version);
        } else {
            spill.add(hash(streams, record, RecordView.STREAM), version, position);
        }
    }

    private static long hash(SipHash hash, RecordView record, int field) {
        return hash.of(record.bytes(), record.from(field), record.to(field));
    }

    private static Defective version(RecordView record, long expected, long version) {
        String stream = LedgerRecord.decode(record.bytes()).stream();
        return versionDefect(stream, expected, version, -1, -1);
    }

    private static Defective versionDefect(String stream, long expected, long version, long position, long line) {
        return new Defective(Kind.STREAM_VERSION, position, line, "流 " + stream + " 应为版本 " + expected + "，实为 " + version,
                "stream " + stream + " should go on with version " + expected + ", not " + version);
    }

    /** The first record whose key is not its own, of all that were taken. */
    Optional<Defective> first(Again again, int mostEntries) throws IOException {
        PriorityQueue<Suspicion> suspicions = new PriorityQueue<>(Comparator.comparingLong(Suspicion::candidate).reversed());
        spill.check(Math.min(mostEntries, (int) INDEX), entries -> gather(entries, suspicions));
        if (suspicions.isEmpty()) {
            return Optional.empty();
        }
        NavigableSet<Long> positions = new TreeSet<>();
        suspicions.forEach(suspicion -> Arrays.stream(suspicion.positions()).forEach(positions::add));
        Map<Long, Found> found = again.at(positions);
        return suspicions.stream().flatMap(suspicion -> judge(suspicion, found).stream()).min(FIRST);
    }

    private static void gather(long[] entries, PriorityQueue<Suspicion> suspicions) throws IOException {
        int count = entries.length / 3;
        if (count > INDEX) {
            throw new IOException("One stream has more than " + INDEX + " records; this verifier does not sort so many");
        }
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            // by hash, then by position: entries come in order of position
            order[i] = entries[3 * i] & ~INDEX | i;
        }
        Arrays.sort(order);
        for (int begin = 0, end; begin < count; begin = end) {
            end = begin + 1;
            while (end < count && (order[end] & ~INDEX) == (order[begin] & ~INDEX)) {
                end++;
            }
            int odd = odd(entries, order, begin, end);
            if (odd >= 0) {
                suspicions.add(suspicion(entries, order, begin, odd + 1));
                if (suspicions.size() > MOST_SUSPICIONS) {
                    suspicions.poll();
                }
            }
        }
    }

    /** Where entries of one hash stop to be versions 0, 1, 2 … of one stream, or one single key; -1 if they do not. */
    private static int odd(long[] entries, long[] order, int begin, int end) {
        long hash = entries[3 * (int) (order[begin] & INDEX)];
        for (int i = begin; i < end; i++) {
            int at = 3 * (int) (order[i] & INDEX);
            boolean alone = i == begin && entries[at + 1] < 0;
            if (entries[at] != hash || entries[at + 1] != i - begin && !alone) {
                return i;
            }
        }
        return -1;
    }

    private static Suspicion suspicion(long[] entries, long[] order, int begin, int end) {
        long[] positions = new long[end - begin];
        long[] what = new long[end - begin];
        for (int i = begin; i < end; i++) {
            int at = 3 * (int) (order[i] & INDEX);
            what[i - begin] = entries[at + 1];
            positions[i - begin] = entries[at + 2];
        }
        return new Suspicion(Arrays.stream(positions).max().orElseThrow(), positions, what);
    }

    private static Optional<Defective> judge(Suspicion suspicion, Map<Long, Found> records) {
        Map<String, Long> ids = new HashMap<>();
        Map<String, Long> causes = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (int i = 0; i < suspicion.positions().length; i++) {
            long position = suspicion.positions()[i];
            long what = suspicion.what()[i];
            Found found = records.get(position);
            if (found == null) {
                throw new IllegalStateException("What is verified changed meanwhile: position " + position + " is gone");
            }
            LedgerRecord record = found.record();
            if (what >= 0) {
                long expected = versions.merge(record.stream(), 1L, Long::sum) - 1;
                if (record.version() != expected) {
                    return Optional.of(versionDefect(record.stream(), expected, record.version(), position, found.line()));
                }
            }
            Long earlier = what == KeySpill.ID || what == KeySpill.ID_AND_ONCE ? ids.putIfAbsent(record.id(), position) : null;
            if (earlier != null) {
                return Optional.of(new Defective(Kind.ID_REPEATED, position, found.line(), "标识 " + record.id() + " 与位置 " + earlier + " 的记录重复",
                        "the id " + record.id() + " is that of the record at position " + earlier));
            }
            earlier = what == KeySpill.ONCE || what == KeySpill.ID_AND_ONCE ? causes.putIfAbsent(record.once(), position) : null;
            if (earlier != null) {
                return Optional.of(new Defective(Kind.ONCE_REPEATED, position, found.line(), "键 " + record.once() + " 与位置 " + earlier + " 的记录重复",
                        "the once key " + record.once() + " is that of the record at position " + earlier));
            }
        }
        return Optional.empty();
    }
}
