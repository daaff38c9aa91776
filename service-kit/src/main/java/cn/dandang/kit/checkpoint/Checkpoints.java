package cn.dandang.kit.checkpoint;

import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.StoreException;
import cn.dandang.ledger.checkpoint.CheckpointSigner;
import cn.dandang.ledger.checkpoint.Cosignature;
import cn.dandang.ledger.checkpoint.InconsistentCheckpointException;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.PrivateFiles;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.tiles.LedgerTiles;
import cn.dandang.ledger.witness.WitnessClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of this service's ledger: the first is signed before the service takes orders, the next at every interval and
 * whenever an auditor asks. Each is taken to every witness; their cosignatures are handed out with it.
 */
public final class Checkpoints implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointSigner signer;
    private final LedgerTiles tiles;
    private final List<WitnessClient> witnesses;
    private final Path cosignedFile;
    private final boolean silent;
    private final Consumer<LedgerNotSignedException> onContradiction;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("dandang-checkpoints").factory());
    private final ReentrantLock lock = new ReentrantLock();
    /** Cosignatures of the checkpoint with this text. */
    private String cosigned = "";
    private final Map<VerifierKey, SignedNote.Line> cosignatures = new HashMap<>();
    private final Set<VerifierKey> failing = new HashSet<>();

    /**
     * @param cosignedFile    where the last cosigned checkpoint is kept
     * @param silent          whether nothing that tells how much was recorded goes into logs
     * @param onContradiction told when the ledger contradicts what was signed while the service runs
     */
    Checkpoints(CheckpointSigner signer, LedgerTiles tiles, List<WitnessClient> witnesses, Path cosignedFile, boolean silent, Consumer<LedgerNotSignedException> onContradiction) {
        this.signer = signer;
        this.tiles = tiles;
        this.witnesses = List.copyOf(witnesses);
        this.cosignedFile = cosignedFile;
        this.silent = silent;
        this.onContradiction = onContradiction;
    }

    /**
     * Signs the ledger's end now, and signs and visits the witnesses from now on.
     *
     * @throws LedgerNotSignedException if the ledger contradicts what was signed
     */
    void begin(Duration interval) {
        sign();
        remember();
        thread.scheduleWithFixedDelay(this::round, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The checkpoint of the ledger's present end, with the cosignatures that it has. */
    public SignedNote current() {
        SignedNote note;
        try {
            note = sign();
        } catch (LedgerNotSignedException contradiction) {
            onContradiction.accept(contradiction);
            throw contradiction;
        }
        lock.lock();
        try {
            return note.text().equals(cosigned) ? note.with(cosignatures.values()) : note;
        } finally {
            lock.unlock();
        }
    }

    /** All keys that ever signed, and when. */
    public List<KeyRing.Entry> keys() {
        return signer.ring().keys();
    }

    /** First line of every checkpoint. */
    public String origin() {
        return signer.ring().origin();
    }

    /** Signs, and has every witness cosign; a witness that does not is told in the log once, until it does again. */
    void round() {
        try {
            SignedNote note = sign();
            for (WitnessClient witness : witnesses) {
                visit(witness, note);
            }
        } catch (LedgerNotSignedException contradiction) {
            log.error("{}", contradiction.getMessage());
            onContradiction.accept(contradiction);
        } catch (StoreException | LedgerUnavailableException | UncheckedIOException e) {
            log.warn("No checkpoint was signed; it is tried again. 未能签署检查点，稍后重试。", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What witnesses cosigned before this start. */
    private void remember() {
        if (!Files.exists(cosignedFile)) {
            return;
        }
        try {
            SignedNote kept = SignedNote.parse(Files.readAllBytes(cosignedFile));
            for (WitnessClient witness : witnesses) {
                if (Cosignature.of(kept, witness.witness()).isPresent()) {
                    cosigned = kept.text();
                    kept.lines().stream().filter(line -> line.by(witness.witness())).forEach(line -> cosignatures.put(witness.witness(), line));
                }
            }
        } catch (IOException | NoteException e) {
            log.warn("What witnesses cosigned earlier cannot be read: {}. 以前的见证签名无法读取。", cosignedFile);
        }
    }

    private void visit(WitnessClient witness, SignedNote note) throws InterruptedException {
        try {
            SignedNote.Line line = witness.cosign(note, tiles::consistency).lines().stream().filter(each -> each.by(witness.witness())).findFirst().orElseThrow();
            lock.lock();
            try {
                if (!cosigned.equals(note.text())) {
                    cosigned = note.text();
                    cosignatures.clear();
                }
                cosignatures.put(witness.witness(), line);
                PrivateFiles.write(cosignedFile, note.with(cosignatures.values()).toString());
            } finally {
                lock.unlock();
            }
            if (failing.remove(witness.witness())) {
                log.info("The witness {} cosigns again. 见证恢复签名。", witness.witness().name());
            }
        } catch (IOException e) {
            if (failing.add(witness.witness())) {
                // its answer may hold sizes
                log.warn("The witness {} does not cosign. 见证未签名。 {}", witness.witness().name(), silent ? e.getClass().getSimpleName() : e.toString());
            }
        }
    }

    private SignedNote sign() {
        try {
            return signer.sign(tiles);
        } catch (InconsistentCheckpointException refused) {
            throw LedgerNotSignedException.of(refused, silent);
        }
    }

    /** Signs the end once more, so that what is left behind is vouched for. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
            sign();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The end was not signed. 结束时未能签署检查点。{}", silent ? "" : " " + e.getMessage());
        }
        witnesses.forEach(WitnessClient::close);
    }
}
