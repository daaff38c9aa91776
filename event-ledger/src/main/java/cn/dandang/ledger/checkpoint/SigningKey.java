package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** A private key and the public one that belongs to it. It never shows itself: {@link #toString()} names the public key. */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY";

    private final VerifierKey verifier;
    private final byte[] seed;

    private SigningKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed;
    }

    /** A new key. */
    public static SigningKey generate(String name, VerifierKey.Type type) {
        byte[][] pair = Ed25519.generate();
        return new SigningKey(new VerifierKey(name, type, pair[1]), pair[0]);
    }

    /**
     * Reads what {@link #secret()} wrote.
     *
     * @throws NoteException if the two do not belong together
     */
    public static SigningKey parse(String secret, VerifierKey verifier) {
        String[] parts = secret.strip().split("\\+", 5);
        byte[] typed = parts.length == 5 ? VerifierKey.base64(parts[4]) : new byte[0];
        if (parts.length != 5 || !(parts[0] + "+" + parts[1]).equals(PREFIX) || typed.length != 1 + Ed25519.KEY_BYTES) {
            throw NoteException.malformed("The private part of the key " + verifier.idHex() + " is not in the form of one");
        }
        SigningKey key = new SigningKey(verifier, Arrays.copyOfRange(typed, 1, typed.length));
        byte[] probe = PREFIX.getBytes(UTF_8);
        if (!verifier.verifies(probe, Ed25519.sign(key.seed, probe))) {
            throw NoteException.malformed("The private part of the key " + verifier.idHex() + " does not belong to its public part");
        }
        return key;
    }

    /** The public key. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The private key as text, in the form that other tools for signed notes read. To be kept, not to be shown. */
    public String secret() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length).put(verifier.type().code()).put(seed).array();
        return PREFIX + "+" + verifier.name() + "+" + verifier.idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Signs the text of a note. */
    public SignedNote.Line sign(String text) {
        if (verifier.type() != VerifierKey.Type.NOTE) {
            throw new IllegalStateException("This key cosigns; it does not sign notes");
        }
        return new SignedNote.Line(verifier.name(), verifier.id(), Ed25519.sign(seed, text.getBytes(UTF_8)));
    }

    /** Cosigns a checkpoint as seen at this time. */
    public SignedNote.Line cosign(Checkpoint checkpoint, Instant at) {
        if (verifier.type() != VerifierKey.Type.COSIGNATURE) {
            throw new IllegalStateException("This key signs notes; it does not cosign");
        }
        byte[] signature = Ed25519.sign(seed, Cosignature.message(checkpoint.text(), at.getEpochSecond()));
        byte[] stamped = ByteBuffer.allocate(Long.BYTES + signature.length).putLong(at.getEpochSecond()).put(signature).array();
        return new SignedNote.Line(verifier.name(), verifier.id(), stamped);
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier + "]";
    }
}
