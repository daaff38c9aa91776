package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key under a name, as C2SP signed-note writes it: {@code <name>+<key id>+<base64 of type and key>}.
 *
 * @param name who signs: the origin of a ledger, or the name of a witness
 * @param type what it signs
 * @param key  the 32 bytes of RFC 8032
 */
public record VerifierKey(String name, Type type, byte[] key) {

    /** What a key signs; the byte is that of C2SP signed-note. */
    public enum Type {
        /** The text of a note. */
        NOTE(1),
        /** A checkpoint together with the time at which a witness saw it. */
        COSIGNATURE(4);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }

        static Type of(byte code) {
            return Arrays.stream(values()).filter(type -> type.code == code).findFirst()
                    .orElseThrow(() -> NoteException.malformed("A key of type " + code + " is neither Ed25519 (1) nor an Ed25519 cosignature (4)"));
        }

        byte code() {
            return code;
        }
    }

    public VerifierKey {
        requireName(name);
        if (key.length != Ed25519.KEY_BYTES) {
            throw NoteException.malformed("An Ed25519 key has 32 bytes, not " + key.length);
        }
    }

    /**
     * Reads a verifier key.
     *
     * @throws NoteException if it is not one, or its id is not that of its key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw NoteException.malformed("A verifier key is <name>+<key id>+<key>: " + text);
        }
        byte[] typed = base64(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES) {
            throw NoteException.malformed("A verifier key holds one byte of type and 32 of key: " + text);
        }
        VerifierKey key = new VerifierKey(parts[0], Type.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].equals(key.idHex())) {
            throw NoteException.malformed("The id of this key is " + key.idHex() + ", not " + parts[1]);
        }
        return key;
    }

    /** SHA-256(name ‖ 0x0A ‖ type ‖ key), its first four bytes. */
    public int id() {
        return ByteBuffer.wrap(Ed25519.sha256(name.getBytes(UTF_8), new byte[] {'\n', type.code()}, key)).getInt();
    }

    /** The id as eight hexadecimal digits. */
    public String idHex() {
        return HexFormat.of().toHexDigits(id());
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }

    static void requireName(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw NoteException.malformed("The name of a key is not empty and holds neither spaces nor a plus: " + name);
        }
    }

    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
                throw NoteException.malformed("Not canonical Base64: " + text);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw NoteException.malformed("Not Base64: " + text);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && type == that.type && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return id();
    }

    /** The verifier key as text. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + key.length).put(type.code()).put(key).array();
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
