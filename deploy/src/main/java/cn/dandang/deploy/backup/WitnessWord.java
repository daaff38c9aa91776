package cn.dandang.deploy.backup;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.CheckpointLog;
import cn.dandang.ledger.checkpoint.Cosignature;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.witness.WitnessClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a witness cosigned of the ledgers, asked of the witness itself or read from checkpoints that somebody kept. Only what bears its
 * cosignature under the given key counts.
 *
 * @param place address of the witness, or a file or folder of checkpoints; null for those beside the restored keys
 */
public record WitnessWord(VerifierKey key, @Nullable String place) {

    /** The largest head that the witness cosigned. */
    record Cosigned(String witness, TreeHead head, Instant at) {}

    /** @param text {@code KEY}, {@code KEY@URL} or {@code KEY@PATH} */
    public static WitnessWord parse(String text) {
        // a key has two plus signs before its last part, and no at sign after them
        int second = text.indexOf('+', text.indexOf('+') + 1);
        int at = second < 0 ? -1 : text.indexOf('@', second);
        try {
            return new WitnessWord(VerifierKey.parse(at < 0 ? text : text.substring(0, at)), at < 0 ? null : text.substring(at + 1));
        } catch (NoteException e) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "见证写作 <公钥>、<公钥>@<地址> 或 <公钥>@<文件或目录>，公钥由见证启动时打印。",
                    "A witness is <key>, <key>@<address> or <key>@<file or folder>; it prints its key when it starts.");
        }
    }

    /**
     * What it cosigned of a ledger; empty if it says nothing of it.
     *
     * @param own where the ledger's own checkpoints lie
     * @throws StackFailure if it cannot be asked, or what is there claims to be cosigned and is not
     */
    Optional<Cosigned> of(String ledger, Path own) throws IOException {
        List<Cosigned> found = new ArrayList<>();
        try {
            for (SignedNote note : notes(ledger, own)) {
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                Optional<Cosignature> cosignature = Cosignature.of(note, key);
                if (cosignature.isPresent() && isOf(ledger, checkpoint.origin())) {
                    found.add(new Cosigned(key.name(), checkpoint.head(), cosignature.get().at()));
                }
            }
        } catch (NoteException e) {
            throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + ledger + "：所给的见证签名无效，没有恢复。", "The ledger " + ledger + ": a cosignature is not valid, and nothing was restored: " + e.getMessage());
        }
        return found.stream().max(Comparator.comparingLong(cosigned -> cosigned.head().size()));
    }

    private List<SignedNote> notes(String ledger, Path own) throws IOException {
        if (place == null) {
            return read(own.resolve("cosigned"));
        }
        if (place.startsWith("http://") || place.startsWith("https://")) {
            Optional<String> origin = origin(own);
            return origin.isEmpty() ? List.of() : ask(origin.get()).stream().toList();
        }
        Path kept = Path.of(place);
        if (!Files.exists(kept)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有 " + kept + "。", "There is no " + kept + ".");
        }
        return Files.isDirectory(kept) ? Stream.concat(read(kept.resolve(ledger + ".checkpoint")).stream(), read(kept.resolve(ledger)).stream()).toList() : read(kept);
    }

    private Optional<SignedNote> ask(String origin) throws IOException {
        try (WitnessClient client = new WitnessClient(URI.create(String.valueOf(place)), key)) {
            return client.latest(origin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException e) {
            throw new StackFailure(ExitCode.PROCESS_FAILED, "问不到见证 " + place + "，没有恢复；可改用留存的检查点（--witness <公钥>@<目录>）。",
                    "The witness " + place + " cannot be asked, and nothing was restored; checkpoints that were kept do as well (--witness <key>@<folder>).");
        }
    }

    /** The origin that the ledger was signed under. */
    private static Optional<String> origin(Path own) throws IOException {
        List<SignedNote> signed = read(LedgersRestore.log(own));
        return signed.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(signed.getLast().text()).origin());
    }

    private static boolean isOf(String ledger, String origin) {
        return origin.endsWith("/" + ledger);
    }

    private static List<SignedNote> read(Path file) throws IOException {
        return Files.isRegularFile(file) ? CheckpointLog.read(Files.readAllBytes(file)) : List.of();
    }
}
