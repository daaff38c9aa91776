package cn.dandang.ledger;

import cn.dandang.ledger.ArchiveDraft.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Moves the bytes of whole streams out of a ledger's store into archive files, and leaves references in their place: what anybody reads
 * stays the same to the byte. A record is replaced only after its archive file is on disk under its final name and was read back. It may
 * be interrupted at any step and begun again; several may run at once, beside readers and appenders.
 */
public final class LedgerArchiver {

    private static final int PAGE_BYTES = 1 << 20;
    /** A file is closed after the batch with which it becomes this long. */
    private static final long FILE_BYTES = 16L << 20;

    /** What was just done, for tests that stop there. */
    enum Step { WRITTEN, NAMED, READ_BACK, NOTED, REPLACED }

    private final LedgerStore store;
    private final ArchiveFolder folder;
    private final long fileBytes;
    private final Consumer<Step> done;

    /** @param folder the same that the ledger's store was opened with */
    public LedgerArchiver(Ledger ledger, ArchiveFolder folder) {
        this(ledger.store(), folder, FILE_BYTES, step -> { });
    }

    LedgerArchiver(LedgerStore store, ArchiveFolder folder, long fileBytes, Consumer<Step> done) {
        this.store = store;
        this.folder = folder;
        this.fileBytes = fileBytes;
        this.done = done;
    }

    /** Every stream that holds a record which is not archived; records that belong to no stream are never archived. */
    public Collection<StreamExtent> streams() {
        Map<String, StreamExtent> extents = new HashMap<>();
        long next = 0;
        for (List<StoredBatch> page = store.batchesFrom(next, PAGE_BYTES); !page.isEmpty(); page = store.batchesFrom(next, PAGE_BYTES)) {
            for (StoredBatch batch : page) {
                Contiguity.requireHolds(next, batch);
                for (EncodedRecord record : batch.records()) {
                    if (!record.head().standsAlone()) {
                        extents.merge(record.head().stream(), StreamExtent.of(record), StreamExtent::and);
                    }
                }
                next = batch.nextPosition();
            }
        }
        return extents.values().stream().filter(extent -> extent.records() > 0).toList();
    }

    /**
     * Archives these streams, each up to the version that was last when it was chosen: what was appended to it since stays. Every batch is
     * recomputed before anything of it is moved.
     *
     * @param progress told after each archive file what was moved so far
     * @throws LedgerCorruptException if a batch does not follow from its records; nothing of it is moved
     * @throws UncheckedIOException   if an archive file cannot be written or does not come back as it was written; nothing of it is replaced
     * @throws StoreException         if the store failed; what was replaced stays so
     */
    public ArchiveReport archive(Collection<StreamExtent> streams, Consumer<ArchiveReport> progress) {
        try {
            return new Run(streams, progress).archive();
        } catch (UncheckedIOException e) {
            throw notWritten(e.getCause());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static UncheckedIOException notWritten(IOException e) {
        return new UncheckedIOException("The archive file could not be written: " + e.getMessage() + " 归档文件未能写入。", e);
    }

    /** One archiving. */
    private final class Run {

        private final Map<String, Long> lastVersions;
        private final Consumer<ArchiveReport> progress;
        private final Set<String> moved = new HashSet<>();
        private final List<String> archives = new ArrayList<>();
        private long records;
        private long bytes;

        Run(Collection<StreamExtent> streams, Consumer<ArchiveReport> progress) {
            this.lastVersions = streams.stream().collect(Collectors.toMap(StreamExtent::stream, StreamExtent::lastVersion));
            this.progress = progress;
        }

        ArchiveReport archive() throws IOException {
            long from = 0;
            boolean more = !lastVersions.isEmpty();
            while (more) {
                try (ArchiveDraft draft = ArchiveDraft.begin(folder)) {
                    from = fill(draft, from);
                    if (!draft.places().isEmpty()) {
                        move(draft);
                    }
                    more = draft.bytes() >= fileBytes;
                }
            }
            return report();
        }

        /** Adds records from this position on until the draft is long enough or the ledger ends; says where to go on. */
        private long fill(ArchiveDraft draft, long from) {
            long[] next = {from};
            new VerifiedRead(store, from).whileTaken(batch -> {
                for (int i = 0; i < batch.records().size(); i++) {
                    if (isToMove(batch.records().get(i))) {
                        draft.add(batch.firstPosition(), i, batch.records().get(i));
                    }
                }
                next[0] = batch.nextPosition();
                return draft.bytes() < fileBytes;
            });
            return next[0];
        }

        private boolean isToMove(EncodedRecord record) {
            RecordHead head = record.head();
            return record instanceof InlineRecord && !head.standsAlone() && head.version() <= lastVersions.getOrDefault(head.stream(), -1L);
        }

        private void move(ArchiveDraft draft) throws IOException {
            ArchiveFile file = draft.sync();
            done.accept(Step.WRITTEN);
            draft.name(file);
            done.accept(Step.NAMED);
            draft.readBack(file);
            done.accept(Step.READ_BACK);
            store.noteArchive(file);
            done.accept(Step.NOTED);
            archives.add(file.digest());
            draft.places().stream().collect(Collectors.groupingBy(Place::batch, TreeMap::new, Collectors.toList())).forEach((first, places) -> {
                replace(first, file, places);
                done.accept(Step.REPLACED);
            });
            progress.accept(report());
        }

        /** Again and again, while others archive records of the same batch: each time there are fewer left. */
        private void replace(long first, ArchiveFile file, List<Place> places) {
            boolean replaced = false;
            while (!replaced) {
                StoredBatch seen = store.batchAt(first).orElseThrow(() -> new LedgerCorruptException("The batch at position " + first + " is gone"));
                List<Place> left = places.stream().filter(place -> seen.records().get(place.index()) instanceof InlineRecord).toList();
                replaced = left.isEmpty() || store.replace(seen, referring(seen, file, left));
                if (replaced) {
                    left.forEach(place -> count(seen.records().get(place.index())));
                }
            }
        }

        private StoredBatch referring(StoredBatch seen, ArchiveFile file, List<Place> places) {
            List<EncodedRecord> records = new ArrayList<>(seen.records());
            for (Place place : places) {
                EncodedRecord there = records.get(place.index());
                if (!Arrays.equals(there.leafHash(), place.leaf())) {
                    throw new LedgerCorruptException("The record at position " + place.position() + " has changed while it was archived");
                }
                records.set(place.index(), ArchivedRecord.of(there, place.position(), file, place.offset(), folder));
            }
            return seen.with(records);
        }

        private void count(EncodedRecord record) {
            moved.add(record.head().stream());
            records++;
            bytes += record.length();
        }

        private ArchiveReport report() {
            return new ArchiveReport(moved.size(), records, bytes, archives);
        }
    }
}
