package cn.dandang.kit.archive;

import cn.dandang.kit.orders.Orders;
import cn.dandang.ledger.ArchiveFile;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.ArchiveReport;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerArchiver;
import cn.dandang.ledger.StreamExtent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The archive of a service's own ledger. Of streams only those are archived whose decider says that they are closed. */
final class Archives {
    private final Ledger ledger;
    private final ArchiveFolder folder;
    private final Orders orders;
    private final LedgerArchiver archiver;

    Archives(Ledger ledger, ArchiveFolder folder, Orders orders) {
        this.ledger = ledger;
        this.folder = folder;
        this.orders = orders;
        this.archiver = new LedgerArchiver(ledger, folder);
    }

    /** The closed streams whose last event was recorded so long ago or longer, by the system's time. */
    Collection<StreamExtent> closedFor(Duration age) {
        Instant latest = Instant.now().minus(age);
        return archiver.streams().stream().filter(stream -> !stream.lastAt().isAfter(latest) && orders.closed(stream.stream())).toList();
    }

    /** What archiving these would move. */
    static ArchiveReport preview(Collection<StreamExtent> streams) {
        return new ArchiveReport(streams.size(), streams.stream().mapToLong(StreamExtent::records).sum(), streams.stream().mapToLong(StreamExtent::bytes).sum(), List.of());
    }

    ArchiveReport archive(Collection<StreamExtent> streams, Consumer<ArchiveReport> progress) {
        return archiver.archive(streams, progress);
    }

    List<ArchiveFile> files() {
        return ledger.store().archives();
    }

    /** What is wrong with the archive files, in both languages; empty when nothing is. */
    List<Map<String, String>> problems() {
        return folder.problems(files());
    }
}
