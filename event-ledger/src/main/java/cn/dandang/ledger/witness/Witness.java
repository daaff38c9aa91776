package cn.dandang.ledger.witness;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.proof.ProofCheck;
import cn.dandang.ledger.proof.ProofRefusedException;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cosigns a checkpoint only if it goes on from the one it cosigned last for that origin. What it cosigned is durable before it
 * answers. Safe for many threads; one process owns its folder.
 */
public final class Witness {

    private final SigningKey key;
    private final Map<String, List<VerifierKey>> logs;
    private final WitnessedCheckpoints kept;
    private final Clock clock;

    /** @param logs keys of the ledgers that are witnessed; the name of each is the origin it signs for */
    Witness(SigningKey key, Collection<VerifierKey> logs, WitnessedCheckpoints kept, Clock clock) {
        this.key = key;
        this.logs = logs.stream().collect(Collectors.groupingBy(VerifierKey::name));
        this.kept = kept;
        this.clock = clock;
    }

    /** The public key that cosigns. */
    VerifierKey verifier() {
        return key.verifier();
    }

    /** Answers {@code add-checkpoint}. */
    WitnessAnswer add(String body) throws IOException {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.checkpoint().text());
        } catch (NoteException e) {
            return WitnessAnswer.refused(400, "请求格式有误。", e.getMessage());
        }
        List<VerifierKey> trusted = logs.get(checkpoint.origin());
        if (trusted == null) {
            return WitnessAnswer.refused(404, "本见证不认识这个账本。", "This witness does not know that origin.");
        }
        SignedNote.Line[] signed;
        try {
            List<VerifierKey> signers = request.checkpoint().requireSigned(trusted);
            signed = request.checkpoint().lines().stream().filter(line -> signers.stream().anyMatch(line::by)).toArray(SignedNote.Line[]::new);
        } catch (NoteException e) {
            return WitnessAnswer.refused(403, "检查点没有可信密钥的有效签名。", e.getMessage());
        }
        if (request.oldSize() > checkpoint.head().size()) {
            return WitnessAnswer.refused(400, "旧的大小超过新检查点的大小。", "The old size is larger than that of the checkpoint.");
        }
        return extend(request, checkpoint, List.of(signed));
    }

    private synchronized WitnessAnswer extend(AddCheckpoint request, Checkpoint checkpoint, List<SignedNote.Line> signed) throws IOException {
        Optional<TreeHead> last = kept.last(checkpoint.origin()).map(note -> Checkpoint.parse(note.text()).head());
        long size = last.map(TreeHead::size).orElse(0L);
        if (request.oldSize() != size) {
            return WitnessAnswer.conflict(size);
        }
        TreeHead head = checkpoint.head();
        if (head.size() == 0 && !Arrays.equals(head.root(), Rfc6962.emptyRoot())) {
            return WitnessAnswer.refused(422, "空账本的树根不对。", "This is not the root of a tree without leaves.");
        }
        try {
            if (size > 0) {
                ProofCheck.consistency(size, last.orElseThrow().root(), head.size(), head.root(), request.proof());
            } else if (!request.proof().isEmpty()) {
                return WitnessAnswer.refused(422, "从空账本开始不需要证明。", "From the empty tree on there is nothing to prove.");
            }
        } catch (ProofRefusedException e) {
            return WitnessAnswer.refused(422, "一致性证明不成立：账本不是在上次见证的基础上增长的。", e.getMessage());
        }
        SignedNote.Line cosignature = key.cosign(checkpoint, clock.instant());
        kept.keep(checkpoint.origin(), new SignedNote(checkpoint.text(), signed).with(List.of(cosignature)));
        return WitnessAnswer.ok(cosignature.toString());
    }

    /** Answers who monitors: the last checkpoint it cosigned, with the signatures it verified and its own. */
    WitnessAnswer latest(String originHash) throws IOException {
        for (String origin : logs.keySet()) {
            if (WitnessedCheckpoints.hash(origin).equals(originHash)) {
                return kept.last(origin).map(note -> WitnessAnswer.ok(note.toString()))
                        .orElseGet(() -> WitnessAnswer.refused(404, "尚未见证过这个账本。", "Nothing of this ledger was cosigned yet."));
            }
        }
        return WitnessAnswer.refused(404, "本见证不认识这个账本。", "This witness does not know that origin.");
    }
}
