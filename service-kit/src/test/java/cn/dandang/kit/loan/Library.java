package cn.dandang.kit.loan;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.CircumstancesSource;
import cn.dandang.kit.orders.Deciders;
import cn.dandang.kit.orders.OrderGate;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.register.Register;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.policy.PolicySnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The library with its ledger in one folder, as a service would have it. */
public final class Library implements AutoCloseable {
    public static final Actor OFFICER = new Actor("person-officer", "office-1", "unit-1", "371000", Set.of(Role.ORG_OFFICER));
    public static final Actor SYSTEM = Actor.system("loan");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final CircumstancesSource NOW = (actor, asOf) ->
            new Circumstances(actor, Instant.parse("2026-11-20T01:02:03.004Z"), asOf == null ? TODAY : asOf, PolicySnapshot.base(), Register.empty());

    public final BookDecider books = new BookDecider();
    public final ReaderDecider readers = new ReaderDecider();
    public final Ids ids = Ids.seeded(1, System.nanoTime());
    public final EventCodec codec;
    public final Ledger ledger;
    public final Orders orders;

    private final Deciders deciders = new Deciders(List.of(books, readers));

    public Library(LedgerStore store) {
        this(store, Snapshots.off());
    }

    /** @param snapshots not closed with it */
    public Library(LedgerStore store, Snapshots snapshots) {
        codec = EventCodec.of(deciders.eventFamilies(), List.of(new ReturnedKnowsLateness()));
        ledger = Ledger.open(store, LedgerOptions.defaults());
        orders = new Orders(ledger, codec, deciders, NOW, ids, snapshots, OrderGate.NONE);
    }

    /** Other orders over the same ledger that read every stream from its first event. */
    public Orders withoutSnapshots() {
        return new Orders(ledger, codec, deciders, NOW, ids);
    }

    public static Library in(Path folder) {
        return new Library(SqliteLedgerStore.open(folder.resolve("loan.db")));
    }

    public List<Recorded> records() {
        List<Recorded> all = new ArrayList<>();
        ledger.read(0, ledger.head(), all::add);
        return all;
    }

    /** A note that nobody in these tests opens. */
    public static Sealed<String> note() {
        return new Sealed<>("person:r1", "s1", "note", "bm9uY2Vub25jZTEy", "ZGF0YQ==");
    }

    public static Sealed<String> note(PersonalData personal, String text) {
        return personal.seal("person:r1", "loan-1", "note", text);
    }

    @Override
    public void close() {
        orders.close();
        ledger.close();
    }
}
