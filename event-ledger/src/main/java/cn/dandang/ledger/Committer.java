package cn.dandang.ledger;

import cn.dandang.ledger.BatchDecision.Refused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Group commit by leader and follower: the caller that finds no leader commits for all who wait, then hands over. One batch is in
 * flight at a time, and while it is not known whether it landed nothing else is sent.
 */
final class Committer {

    /**
     * A leader that is done with its own append commits so many batches more while others wait: it has a processor already, and
     * the next one would first have to get one.
     */
    private static final int MORE_BATCHES = 7;

    private final LedgerStore store;
    private final Chain chain;
    private final LedgerOptions options;
    private final boolean compareKeys;
    private final LongConsumer onLanded;
    private final BatchSender sender;
    private final String appender = UUID.randomUUID().toString();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition leaderless = lock.newCondition();
    private final ArrayDeque<PendingAppend> waiting = new ArrayDeque<>();
    private boolean leading;
    private boolean closed;

    // the leader's own
    private long counter;
    private @Nullable Flight unresolved;
    private @Nullable LedgerCorruptException broken;

    /** A batch that was sent, and who waits for it. */
    private record Flight(StoredBatch batch, List<PendingAppend> winners, List<Refused> losers) {
        List<PendingAppend> all() {
            List<PendingAppend> all = new ArrayList<>(winners);
            losers.forEach(loser -> all.add(loser.append()));
            return all;
        }
    }

    Committer(LedgerStore store, Chain chain, LedgerOptions options, boolean compareKeys, LongConsumer onLanded) {
        this.store = store;
        this.chain = chain;
        this.options = options;
        this.compareKeys = compareKeys;
        this.onLanded = onLanded;
        this.sender = new BatchSender(store, options.observer());
    }

    Appended append(PendingAppend mine) {
        boolean leader;
        lock.lock();
        try {
            if (closed) {
                throw new LedgerUnavailableException("The ledger is closed. 账本已关闭。", null);
            }
            waiting.addLast(mine);
            leader = !leading;
            leading = true;
        } finally {
            lock.unlock();
        }
        if (!leader) {
            mine.await();
            leader = !mine.settled() && leaveOrLead(mine);
        }
        if (leader) {
            lead(mine);
        }
        return mine.result();
    }

    /** The wait ended without a result: either this caller is to lead, or it is late and goes. */
    private boolean leaveOrLead(PendingAppend mine) {
        lock.lock();
        try {
            if (mine.isLeader()) {
                return true;
            }
            if (!mine.settled()) {
                giveUp(mine);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(PendingAppend append) {
        if (append.inFlight) {
            append.settle(new Outcome.Failed(new OutcomeUnknownException(null)));
        } else {
            waiting.remove(append);
            append.settle(new Outcome.Failed(new LedgerUnavailableException(
                    "The ledger did not take the append in time; nothing was recorded. 账本未能及时受理，未记录任何内容。", null)));
        }
    }

    private void lead(PendingAppend mine) {
        boolean handedOver = false;
        mine.keepInterrupt();
        try {
            for (int more = MORE_BATCHES; !handedOver; more--) {
                Settlement settlement = new Settlement();
                commitNext(mine, settlement);
                boolean done = mine.settled() || settlement.has(mine);
                if (done && (more <= 0 || unresolved != null || nobodyWaits())) {
                    // the next leader starts its commit while this one wakes the others
                    handedOver = true;
                    handOver();
                }
                settlement.tell();
                if (!done && mine.late()) {
                    leaveAsLeader(mine);
                    break;
                }
            }
        } finally {
            if (!handedOver) {
                handOver();
            }
        }
    }

    private boolean nobodyWaits() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void leaveAsLeader(PendingAppend mine) {
        lock.lock();
        try {
            giveUp(mine);
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        lock.lock();
        try {
            PendingAppend next = waiting.peekFirst();
            if (unresolved != null) {
                next = unresolved.all().stream().filter(append -> !append.settled()).findFirst().orElse(next);
            }
            if (next == null) {
                leading = false;
                leaderless.signalAll();
            } else {
                next.makeLeader();
            }
        } finally {
            lock.unlock();
        }
    }

    private void commitNext(PendingAppend mine, Settlement settlement) {
        List<PendingAppend> open = List.of();
        try {
            if (unresolved == null) {
                open = takeGroup();
                if (broken != null) {
                    throw broken;
                }
                open = sendNext(open, settlement);
            }
            while (unresolved != null) {
                open = unresolved.all();
                BatchFate fate = sender.send(unresolved.batch(), mine);
                if (fate instanceof BatchFate.Unknown) {
                    return;
                }
                open = settle(fate, unresolved, settlement);
                open = sendNext(open, settlement);
            }
        } catch (LedgerCorruptException e) {
            broken = e;
            failAll(open, settlement, e);
        } catch (StoreException | LedgerFormatException e) {
            failAll(open, settlement,
                    new LedgerUnavailableException("The ledger's store failed; nothing was recorded. 账本存储出错，未记录任何内容。", e));
        }
    }

    /** Everything that waits here was refused or failed before it was sent, or can never land. */
    private void failAll(List<PendingAppend> open, Settlement settlement, RuntimeException failure) {
        unresolved = null;
        for (PendingAppend append : open) {
            if (!settlement.has(append)) {
                settlement.add(append, new Outcome.Failed(failure));
            }
        }
    }

    private List<PendingAppend> takeGroup() {
        lock.lock();
        try {
            List<PendingAppend> group = new ArrayList<>();
            int bytes = 0;
            int records = 0;
            while (!waiting.isEmpty() && group.size() < AppendLimits.MAX_APPENDS_PER_BATCH) {
                PendingAppend next = waiting.peekFirst();
                boolean fits = bytes + next.bytes <= AppendLimits.MAX_BATCH_BYTES
                        && records + next.records.size() <= AppendLimits.MAX_RECORDS;
                if (!group.isEmpty() && !fits) {
                    break;
                }
                waiting.removeFirst();
                next.inFlight = true;
                group.add(next);
                bytes += next.bytes;
                records += next.records.size();
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** Decides who goes into the next batch and makes it; nothing is in flight if nobody is left. */
    private List<PendingAppend> sendNext(List<PendingAppend> open, Settlement settlement) {
        unresolved = null;
        BatchDecision decision = decide(open);
        if (store.shared() && !decision.refusedByLog.isEmpty()) {
            // a version that seems to be skipped may be there already, written by somebody else
            chain.catchUp();
            decision = decide(open);
        }
        for (Refused refused : decision.refusedByLog) {
            refuse(refused, settlement);
        }
        if (decision.winners.isEmpty()) {
            return List.of();
        }
        StoredBatch batch = chain.next(appender + "/" + counter++, decision.records);
        unresolved = new Flight(batch, decision.winners, decision.losers);
        return unresolved.all();
    }

    private BatchDecision decide(List<PendingAppend> open) {
        BatchDecision decision = new BatchDecision(chain, store, options.versionGaps(), compareKeys);
        for (PendingAppend append : open) {
            if (!append.settled()) {
                decision.offer(append);
            }
        }
        return decision;
    }

    private void refuse(Refused refused, Settlement settlement) {
        options.observer().refused(refused.reason());
        settlement.add(refused.append(), new Outcome.Refused(refused.reason()));
    }

    /** Tells the callers whose fate is clear; returns those that must be decided anew. */
    private List<PendingAppend> settle(BatchFate fate, Flight flight, Settlement settlement) {
        switch (fate) {
            case BatchFate.Landed _ -> {
                landed(flight, settlement);
                return List.of();
            }
            case BatchFate.PositionTaken _ -> chain.catchUp();
            case BatchFate.KeysTaken taken -> refuseByLog(flight, taken.holders(), settlement);
            case BatchFate.Unknown _ -> throw new IllegalStateException("An unknown fate settles nothing");
        }
        return flight.all().stream()
                .filter(append -> !append.settled() && !settlement.has(append)).toList();
    }

    private void refuseByLog(Flight flight, List<Held> holders, Settlement settlement) {
        for (PendingAppend append : flight.winners()) {
            AppendRefused reason = BatchDecision.refusedByLog(append, holders);
            if (reason != null) {
                refuse(new Refused(append, reason), settlement);
            }
        }
    }

    private void landed(Flight flight, Settlement settlement) {
        StoredBatch batch = flight.batch();
        chain.advance(batch);
        long position = batch.firstPosition();
        int bytes = 0;
        long now = System.nanoTime();
        for (PendingAppend append : flight.winners()) {
            settlement.add(append, new Outcome.Landed(position));
            position += append.records.size();
            bytes += append.bytes;
            options.observer().appended(append.records.size(), Duration.ofNanos(now - append.offeredNanos));
        }
        flight.losers().forEach(loser -> refuse(loser, settlement));
        options.observer().batchLanded(flight.winners().size(), batch.records().size(), bytes, batch.nextPosition());
        onLanded.accept(batch.nextPosition());
    }

    /** Lets what is being committed end, and takes nothing more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            long nanos = options.appendTimeout().toNanos();
            while (leading && nanos > 0) {
                nanos = leaderless.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
