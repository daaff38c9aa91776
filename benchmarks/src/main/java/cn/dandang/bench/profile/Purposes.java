package cn.dandang.bench.profile;

import java.util.List;

/** What a stack was busy with: the innermost frame that tells it. */
final class Purposes {

    static final String OTHER = "other";

    /** Stands for a stack that could not be taken, because the thread was inside the virtual machine: mostly parking and unparking. */
    static final String IN_MACHINE = "[virtual machine]";
    private static final String SERVER = "stand-in server, in the same process";

    /** A method or package by the beginning of its full name, and what it is for. Within a frame the first that fits counts. */
    private record Sign(String prefix, String purpose) {
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign(IN_MACHINE, "inside the virtual machine: going to sleep, waking others, and the like"),
            new Sign("java.util.concurrent.locks.LockSupport.unpark", "waking callers"),
            new Sign("java.util.concurrent.locks.LockSupport.park", "going to sleep and waking up"),
            new Sign("cn.dandang.bench.ledger.Samples", "making the records (the benchmark itself)"),
            new Sign("cn.dandang.bench.ledger.AxonEvents", "making the events (the benchmark itself)"),
            new Sign("org.HdrHistogram", "counting (the benchmark itself)"),
            new Sign("cn.dandang.ledger.RecordFormat.encode", "encoding the record"),
            new Sign("cn.dandang.ledger.RecordLimits", "checking the record's fields"),
            new Sign("cn.dandang.ledger.tree.CompactRange", "tree and root"),
            new Sign("cn.dandang.ledger.tree.Rfc6962.leafHash", "leaf hash"),
            new Sign("cn.dandang.ledger.BatchDecision", "deciding who goes into the batch"),
            new Sign("cn.dandang.ledger.Chain", "deciding who goes into the batch"),
            new Sign("cn.dandang.ledger.KeyHash", "keys: hashing"),
            new Sign("cn.dandang.ledger.SqliteUpkeep.checkpoint", "SQLite: moving the log into the file"),
            new Sign("cn.dandang.ledger.SqliteKeys.oldest", "keys: sorting a run"),
            new Sign("cn.dandang.ledger.SqliteKeys.write", "SQLite: writing a run of keys"),
            new Sign("cn.dandang.ledger.SqliteInsert.write", "SQLite: the batch's row"),
            new Sign("cn.dandang.ledger.SqliteInsert.begin", "SQLite: begin"),
            new Sign("cn.dandang.ledger.SqliteInsert.commit", "SQLite: commit, with the wait for the disk"),
            new Sign("cn.dandang.ledger.SqliteInsert.anyKeyTaken", "keys: looking up"),
            new Sign("cn.dandang.ledger.SqliteKeys.add", "keys: remembering"),
            new Sign("cn.dandang.ledger.SqliteFile", "SQLite: reading, opening"),
            new Sign("cn.dandang.ledger.SqliteInsert", "SQLite: other"),
            new Sign("cn.dandang.ledger.PackedRecords", "packing the batch"),
            new Sign("cn.dandang.ledger.MongoBatchDocument", "packing the batch"),
            new Sign("cn.dandang.ledger.PendingAppend", "queue and answers"),
            new Sign("cn.dandang.ledger.Committer", "queue and answers"),
            new Sign("cn.dandang.ledger.Ledger.append", "making the record"),
            new Sign("cn.dandang.ledger.axon", "Axon: event to record"),
            new Sign("com.fasterxml.jackson", "JSON of event and metadata"),
            new Sign("tools.jackson", "JSON of event and metadata"),
            new Sign("org.axonframework.serialization", "JSON of event and metadata"),
            new Sign("org.axonframework", "Axon: event to record"),
            new Sign("de.bwaldvogel.mongo", SERVER),
            new Sign("io.netty", SERVER),
            new Sign("com.mongodb", "MongoDB's driver: encoding, sending, waiting"),
            new Sign("org.bson", "MongoDB's driver: encoding, sending, waiting"));

    private Purposes() {
    }

    /** The purpose of a stack, innermost frame first. */
    static String of(List<String> frames) {
        for (String frame : frames) {
            for (Sign sign : SIGNS) {
                if (frame.startsWith(sign.prefix())) {
                    return sign.purpose();
                }
            }
        }
        return OTHER;
    }
}
