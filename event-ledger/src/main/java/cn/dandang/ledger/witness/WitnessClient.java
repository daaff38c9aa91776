package cn.dandang.ledger.witness;

import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.Cosignature;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes checkpoints to a witness and brings its cosignatures back. What it brings is verified under the witness's key. */
public final class WitnessClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final VerifierKey witness;
    /** Where the next proof begins, as far as is known. */
    private long witnessed;

    /** Makes consistency proofs from a size to another. */
    @FunctionalInterface
    public interface Prover {
        List<byte[]> consistency(long from, long to) throws IOException;
    }

    /** A witness did not cosign: the ledger does not go on from what it had seen, or it could not be asked. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }

        /** The status it answered with. */
        public int status() {
            return status;
        }
    }

    public WitnessClient(URI base, VerifierKey witness) {
        this.base = URI.create(base.toString().replaceAll("/+$", "") + "/");
        this.witness = witness;
    }

    /** The witness's key. */
    public VerifierKey witness() {
        return witness;
    }

    /**
     * Has a checkpoint cosigned.
     *
     * @return the checkpoint with the cosignature
     * @throws RefusedException if the witness refuses: 409 if it has seen a larger ledger than this, 422 if its history differs
     */
    public synchronized SignedNote cosign(SignedNote checkpoint, Prover prover) throws IOException, InterruptedException {
        long size = Checkpoint.parse(checkpoint.text()).head().size();
        for (int round = 1; ; round++) {
            long from = Math.min(witnessed, size);
            List<byte[]> proof = from == 0 ? List.of() : from == size ? List.of() : prover.consistency(from, size);
            HttpResponse<String> answer = post(new AddCheckpoint(from, proof, checkpoint));
            if (answer.statusCode() == 200) {
                witnessed = size;
                return cosigned(checkpoint, answer.body());
            }
            if (answer.statusCode() != 409 || round == ROUNDS) {
                throw new RefusedException(answer.statusCode(), answer.body().strip().replace('\n', ' '));
            }
            witnessed = size(answer.body());
            if (witnessed > size) {
                throw new RefusedException(409, "见证已见过 " + witnessed + " 条记录，现在只有 " + size + " 条：最新的记录被截去了。 The witness has seen "
                        + witnessed + " records, now there are " + size + ": the newest were cut off.");
            }
        }
    }

    private HttpResponse<String> post(AddCheckpoint request) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve("add-checkpoint")).timeout(PATIENCE).POST(BodyPublishers.ofString(request.toString())).build(),
                BodyHandlers.ofString());
    }

    private SignedNote cosigned(SignedNote checkpoint, String lines) throws IOException {
        try {
            SignedNote answered = SignedNote.parse(checkpoint.text() + "\n" + lines);
            if (Cosignature.of(answered, witness).isPresent()) {
                return checkpoint.with(answered.lines().stream().filter(line -> line.by(witness)).toList());
            }
            throw new RefusedException(200, "见证的答复中没有它的签名。 The answer holds no cosignature by " + witness + ".");
        } catch (NoteException e) {
            throw new RefusedException(200, "见证的签名无效。 The cosignature is not valid: " + e.getMessage());
        }
    }

    private static long size(String body) throws IOException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new IOException("The witness answered 409 without a size", e);
        }
    }

    /**
     * The last checkpoint of an origin that the witness cosigned; empty if there is none.
     *
     * @throws NoteException if what it hands out does not bear its own cosignature
     */
    public Optional<SignedNote> latest(String origin) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(base.resolve(WitnessedCheckpoints.hash(origin) + "/checkpoint"))
                .timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new RefusedException(answer.statusCode(), "The witness answered " + answer.statusCode());
        }
        SignedNote note = SignedNote.parse(answer.body());
        if (Cosignature.of(note, witness).isEmpty() || !Checkpoint.parse(note.text()).origin().equals(origin)) {
            throw new NoteException(NoteException.Kind.NOT_SIGNED, "What the witness hands out for " + origin + " does not bear its cosignature");
        }
        return Optional.of(note);
    }

    @Override
    public void close() {
        http.close();
    }
}
