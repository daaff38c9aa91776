package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's statement: at this time, the largest consistent tree that it had seen of this ledger was the one it cosigned.
 *
 * @param witness the key that cosigned
 * @param at      when, to the second
 */
public record Cosignature(VerifierKey witness, Instant at) {

    /**
     * The cosignature of this witness on a note.
     *
     * @return empty if there is none
     * @throws NoteException if a line claims to be one and is not
     */
    public static Optional<Cosignature> of(SignedNote note, VerifierKey witness) {
        for (SignedNote.Line line : note.lines()) {
            if (line.by(witness)) {
                ByteBuffer stamped = ByteBuffer.wrap(line.signature());
                long seconds = stamped.remaining() == Long.BYTES + Ed25519.SIGNATURE_BYTES ? stamped.getLong() : -1;
                byte[] signature = Arrays.copyOfRange(line.signature(), stamped.position(), line.signature().length);
                if (witness.type() != VerifierKey.Type.COSIGNATURE || seconds <= 0 || !witness.verifies(message(note.text(), seconds), signature)) {
                    throw new NoteException(NoteException.Kind.WRONG_SIGNATURE, "A cosignature claims to be by " + witness + " and is not");
                }
                return Optional.of(new Cosignature(witness, Instant.ofEpochSecond(seconds)));
            }
        }
        return Optional.empty();
    }

    static byte[] message(String checkpoint, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(UTF_8);
    }
}
