package cn.dandang.ledger;

import cn.dandang.ledger.tree.CompactRange;
import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The ledgers of an installation in one MongoDB database: which collection is whose, and how a restore comes in. A restored ledger is
 * written under a working name, which no service looks at, and gets its own when it is whole.
 */
public final class MongoLedgers implements AutoCloseable {

    private static final String DATABASE = "dandang";
    private static final String LEDGER = "ledger_";
    private static final String WORKING = ".restoring";
    private static final int NAMESPACE_EXISTS = 48;
    private static final List<String> BESIDE = List.of("", ".snapshots", ".archives");

    private final MongoClient client;
    private final MongoDatabase database;
    private final String hosts;

    private MongoLedgers(MongoClient client, ConnectionString address) {
        this.client = client;
        this.database = client.getDatabase(database(address));
        this.hosts = String.join(",", address.getHosts());
    }

    /**
     * Opens the ledger of this name, with a connection of its own.
     *
     * @param uri address of the server; the database in it is used, or {@code dandang} where it names none
     */
    public static LedgerStore open(String uri, String ledger, ArchiveFolder archive) {
        return MongoLedgerStore.open(uri, database(new ConnectionString(uri)), LEDGER + ledger, archive);
    }

    private static String database(ConnectionString address) {
        String named = address.getDatabase();
        return named == null ? DATABASE : named;
    }

    /**
     * Connects and sees whether the server answers.
     *
     * @throws StoreException           if it does not
     * @throws IllegalArgumentException if this is no address of a MongoDB
     */
    public static MongoLedgers connect(String uri) {
        MongoClient client = MongoClients.create(MongoSettings.of(uri));
        MongoLedgers ledgers = new MongoLedgers(client, new ConnectionString(uri));
        try {
            ledgers.ask(() -> ledgers.database.runCommand(new Document("ping", 1)));
            return ledgers;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Names server and database: no credentials. */
    public String description() {
        return "MongoDB " + hosts + " " + database.getName();
    }

    /** The ledgers that are there, by name. */
    public List<String> names() {
        return collections().stream().filter(name -> name.startsWith(LEDGER) && name.indexOf('.') < 0).map(name -> name.substring(LEDGER.length())).sorted().toList();
    }

    /** Opens a ledger; what is opened does not outlive this. */
    public LedgerStore open(String ledger, ArchiveFolder archive) {
        return MongoLedgerStore.over(client, database.getName(), LEDGER + ledger, archive);
    }

    /** The end of a ledger as its last batch states it; empty if there is no such ledger. Makes nothing. */
    public Optional<TreeHead> head(String ledger) {
        String collection = LEDGER + ledger;
        if (!collections().contains(collection)) {
            return Optional.empty();
        }
        Optional<Document> last = last(collection);
        return last.isEmpty() ? Optional.of(new TreeHead(0, CompactRange.empty().root()))
                : last.filter(MongoBatchDocument::isOne).map(batch -> MongoBatchDocument.read(batch, ArchiveFolder.none()).head());
    }

    private Optional<Document> last(String collection) {
        return ask(() -> Optional.ofNullable(database.getCollection(collection).find().sort(new Document("_id", -1)).first()));
    }

    /** The collections of this ledger that are there, with or without something in them: its batches, kept states, what is known of archive files. */
    public List<String> collections(String ledger) {
        return collections().stream().filter(beside(LEDGER + ledger)::contains).sorted().toList();
    }

    /**
     * Where a restored ledger is written until it is whole: a new collection, or what an interrupted restore left. Its indexes are there
     * before its first record.
     *
     * @throws IllegalStateException if something else than a ledger is there
     */
    public LedgerStore working(String ledger) {
        String collection = workingName(LEDGER + ledger);
        if (last(collection).filter(last -> !MongoBatchDocument.isOne(last)).isPresent()) {
            throw new IllegalStateException(database.getName() + "." + collection + " holds something that is no ledger. 该集合中的内容不是账本。");
        }
        return MongoLedgerStore.over(client, database.getName(), collection, ArchiveFolder.none());
    }

    /** The name of the collection that {@link #working} writes to. */
    public String workingCollection(String ledger) {
        return workingName(LEDGER + ledger);
    }

    /** Whether a restore of this ledger has begun and was not finished. */
    boolean isBegun(String ledger) {
        return collections().contains(workingName(LEDGER + ledger));
    }

    /**
     * Gives a restored ledger its own name, at once and with its indexes. Nothing makes room for it.
     *
     * @throws IllegalStateException if something of that name is there, with or without records
     * @throws StoreException        if the server failed; it may have happened all the same
     */
    public void finish(String ledger) {
        String own = LEDGER + ledger;
        if (!collections(ledger).isEmpty()) {
            throw new IllegalStateException(database.getName() + " has " + collections(ledger) + " already");
        }
        ask(() -> {
            rename(workingName(own), own);
            // what was made beside it, and never used
            Collection<String> there = collections();
            beside(workingName(own)).stream().skip(1).filter(there::contains).forEach(name -> database.getCollection(name).drop());
            return true;
        });
    }

    private void rename(String from, String to) {
        try {
            MongoSettings.durable(database.getCollection(from)).renameCollection(new MongoNamespace(database.getName(), to));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == NAMESPACE_EXISTS) {
                throw new IllegalStateException(database.getName() + " has " + to + " already", e);
            }
            throw e;
        }
    }

    /** The databases on this server that this user sees, with something in them. */
    public Collection<String> databases() {
        return ask(() -> client.listDatabaseNames().into(new TreeSet<>()));
    }

    private Collection<String> collections() {
        return ask(() -> database.listCollectionNames().into(new ArrayList<>()));
    }

    private static String workingName(String collection) {
        return collection + WORKING;
    }

    private static List<String> beside(String collection) {
        return BESIDE.stream().map(collection::concat).toList();
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw StoreException.outcomeUnknown("MongoDB did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
