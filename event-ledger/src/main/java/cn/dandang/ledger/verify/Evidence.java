package cn.dandang.ledger.verify;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.Cosignature;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checkpoints that a verification is given, judged under the keys that the auditor trusts. */
final class Evidence {

    private final List<VerifierKey> keys;
    private final List<VerifierKey> witnesses;
    private final List<Checkpoint> trusted = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final List<String> lacking = new ArrayList<>();
    private final long[] witnessed;
    private final Instant[] witnessedAt;

    Evidence(List<VerifierKey> keys, List<VerifierKey> witnesses) {
        this.keys = keys;
        this.witnesses = witnesses;
        this.witnessed = new long[witnesses.size()];
        this.witnessedAt = new Instant[witnesses.size()];
        Arrays.fill(witnessed, -1);
    }

    /** @param where it came from, for people */
    void take(SignedNote note, String where) {
        Checkpoint checkpoint;
        List<VerifierKey> signers;
        try {
            checkpoint = Checkpoint.parse(note.text());
            signers = keys.isEmpty() ? List.of() : note.requireSigned(keys.stream().filter(key -> key.name().equals(checkpoint.origin())).toList());
        } catch (NoteException e) {
            lack("检查点（" + where + "）没有所给公钥的有效签名，不予采信。", "The checkpoint (" + where + ") is not signed by a key that was given, and is not relied on: " + e.getMessage() + ".");
            return;
        }
        trusted.add(checkpoint);
        if (!signers.isEmpty()) {
            found.add("检查点 Checkpoint    " + checkpoint.head().size() + "  " + checkpoint.origin() + "  签名 signed by "
                    + signers.stream().map(VerifierKey::idHex).collect(Collectors.joining(", ")) + "  (" + where + ")");
        }
        for (int i = 0; i < witnesses.size(); i++) {
            cosigned(note, checkpoint, i, where);
        }
    }

    private void cosigned(SignedNote note, Checkpoint checkpoint, int witness, String where) {
        try {
            Optional<Cosignature> cosignature = Cosignature.of(note, witnesses.get(witness));
            if (cosignature.isPresent() && cosignature.get().at().isAfter(Instant.now().plus(1, ChronoUnit.DAYS))) {
                lack("见证签名（" + where + "）的时间在将来。", "The cosignature (" + where + ") is of a time to come.");
            } else if (cosignature.isPresent() && checkpoint.head().size() >= witnessed[witness]) {
                witnessed[witness] = checkpoint.head().size();
                witnessedAt[witness] = cosignature.get().at();
            }
        } catch (NoteException e) {
            lack("见证签名（" + where + "）无效。", "The cosignature (" + where + ") is not valid: " + e.getMessage() + ".");
        }
    }

    /** Everything was taken. */
    void judge() {
        if (!keys.isEmpty() && trusted.isEmpty()) {
            lack("没有可采信的检查点：记录只与自身一致，不能证明未被整体改写。", "There is no checkpoint to rely on: the records agree with themselves, which does not show that they were not rewritten as a whole.");
        }
        for (int i = 0; i < witnesses.size(); i++) {
            if (witnessed[i] < 0) {
                lack("没有见证 " + witnesses.get(i).name() + " 的签名。", "There is no cosignature by the witness " + witnesses.get(i).name() + ".");
            } else {
                found.add("见证 Witness         " + witnessed[i] + "  " + witnesses.get(i).name() + "  于 at " + witnessedAt[i]);
            }
        }
    }

    private void lack(String zh, String en) {
        lacking.add(zh + "\n" + en);
    }

    List<TreeHead> heads() {
        return trusted.stream().map(Checkpoint::head).toList();
    }

    List<String> found() {
        return found;
    }

    /** What keeps the verdict from resting on signatures; each a sentence in both languages. */
    List<String> lacking() {
        return lacking;
    }

    /** The largest size that every witness vouches for; -1 without witnesses. */
    long witnessedByAll() {
        return Arrays.stream(witnessed).min().orElse(-1);
    }
}
