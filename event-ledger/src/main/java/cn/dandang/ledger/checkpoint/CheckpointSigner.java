package cn.dandang.ledger.checkpoint;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.proof.GrowingTree;
import cn.dandang.ledger.proof.ProofCheck;
import cn.dandang.ledger.proof.ProofRefusedException;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs the ledger's end, and never one that contradicts a checkpoint that was signed before: before each signature it proves that
 * the tree grew from the last one. What was signed is kept beside the key, so an older or a forked copy of the ledger's store is
 * found out, also after a restore. Safe for many threads and processes that share the folder.
 */
public final class CheckpointSigner {

    private final KeyRing ring;
    private final CheckpointLog log;
    private final Clock clock;

    /** @param clock system time: keys end by it */
    public CheckpointSigner(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.log = new CheckpointLog(ring.folder());
        this.clock = clock;
    }

    public KeyRing ring() {
        return ring;
    }

    /** The checkpoint that was signed last. */
    public Optional<SignedNote> last() {
        return ring.inside(this::checkedLast);
    }

    /**
     * The checkpoint of the ledger's end, signed by every key that signs now: the last one if nothing was added since.
     *
     * @throws InconsistentCheckpointException if the ledger does not go on from what was signed last; nothing is signed
     */
    public SignedNote sign(GrowingTree tree) {
        return ring.inside(() -> {
            Instant now = clock.instant();
            ring.retire(now);
            List<SigningKey> signers = ring.signers(now);
            Optional<SignedNote> last = checkedLast();
            // read inside the lock: what another process signed meanwhile is never ahead of it
            TreeHead head = tree.head();
            if (last.isPresent()) {
                TreeHead signed = Checkpoint.parse(last.get().text()).head();
                requireGrownFrom(signed, head, tree);
                if (signed.size() == head.size() && signedBy(last.get(), signers)) {
                    return last.get();
                }
            }
            String text = Checkpoint.of(ring.origin(), head).text();
            SignedNote note = new SignedNote(text, signers.stream().map(key -> key.sign(text)).toList());
            log.append(note);
            return note;
        });
    }

    private Optional<SignedNote> checkedLast() throws IOException {
        Optional<SignedNote> last = log.last();
        if (last.isPresent()) {
            try {
                last.get().requireSigned(ring.verifiers());
                if (!Checkpoint.parse(last.get().text()).origin().equals(ring.origin())) {
                    throw NoteException.malformed("it is of another origin than " + ring.origin());
                }
            } catch (NoteException e) {
                throw new InconsistentCheckpointException("密钥旁留存的检查点被改动，因此不再签署：" + e.getMessage(),
                        "The checkpoint that is kept beside the key was changed, so nothing is signed: " + e.getMessage());
            }
        }
        return last;
    }

    private static boolean signedBy(SignedNote note, Collection<SigningKey> signers) {
        Set<Integer> there = note.lines().stream().map(SignedNote.Line::keyId).collect(Collectors.toSet());
        Set<Integer> wanted = signers.stream().map(key -> key.verifier().id()).collect(Collectors.toCollection(HashSet::new));
        return there.equals(wanted);
    }

    private static void requireGrownFrom(TreeHead signed, TreeHead head, GrowingTree tree) {
        if (head.size() < signed.size()) {
            throw new InconsistentCheckpointException(
                    "账本只有 " + head.size() + " 条记录，而已签署的检查点有 " + signed.size() + " 条：账本被截短，或恢复了较旧的备份。不再签署。",
                    "The ledger has " + head.size() + " records, but a checkpoint of " + signed.size()
                            + " was signed: it was cut short, or an older backup was restored. Nothing is signed.");
        }
        if (signed.size() == 0) {
            if (!Arrays.equals(signed.root(), Rfc6962.emptyRoot())) {
                throw forked(signed, head, "");
            }
            return;
        }
        try {
            ProofCheck.consistency(signed.size(), signed.root(), head.size(), head.root(), tree.consistency(signed.size(), head.size()));
        } catch (ProofRefusedException e) {
            throw forked(signed, head, " " + e.getMessage());
        }
    }

    private static InconsistentCheckpointException forked(TreeHead signed, TreeHead head, String why) {
        return new InconsistentCheckpointException(
                "账本现有 " + head.size() + " 条记录，其前 " + signed.size() + " 条已不是签署过的那些：历史被改写或分叉。不再签署。",
                "The ledger has " + head.size() + " records, and the first " + signed.size()
                        + " of them are not those that were signed: its history was rewritten or forked. Nothing is signed." + why);
    }
}
