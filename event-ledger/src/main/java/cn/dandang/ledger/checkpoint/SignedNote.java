package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A text and who signed it, as C2SP signed-note says. The text is worth nothing until {@link #requireSigned} returned.
 *
 * @param text ends with a line feed
 */
public record SignedNote(String text, List<Line> lines) {

    private static final int LONGEST = 1 << 16;
    private static final int MOST_LINES = 100;
    private static final String DASH = "\u2014 ";

    /** A signature line. */
    public record Line(String name, int keyId, byte[] signature) {

        /** Whether it claims to be by this key. */
        public boolean by(VerifierKey key) {
            return keyId == key.id() && name.equals(key.name());
        }

        /** The line with its line feed. */
        @Override
        public String toString() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        static Line parse(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH)) {
                throw NoteException.malformed("Not a signature line: " + line);
            }
            VerifierKey.requireName(parts[1]);
            byte[] all = VerifierKey.base64(parts[2]);
            if (all.length <= Integer.BYTES) {
                throw NoteException.malformed("A signature line holds no signature: " + line);
            }
            return new Line(parts[1], ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, Integer.BYTES, all.length));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Line that && name.equals(that.name) && keyId == that.keyId && Arrays.equals(signature, that.signature);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, keyId);
        }
    }

    public SignedNote {
        lines = List.copyOf(lines);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw NoteException.malformed("The text of a note ends with a line feed and holds no other control character");
        }
    }

    /**
     * Reads a note.
     *
     * @throws NoteException if it is not one
     */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw NoteException.malformed("A note of " + bytes.length + " bytes is longer than a note can be");
        }
        try {
            return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw NoteException.malformed("A note is UTF-8");
        }
    }

    /** As {@link #parse(byte[])}. */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw NoteException.malformed("A note is a text, an empty line and signature lines");
        }
        String[] signatures = note.substring(end + 2, note.length() - 1).split("\n", -1);
        if (signatures.length > MOST_LINES) {
            throw NoteException.malformed("A note with " + signatures.length + " signatures has more than a note can have");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : signatures) {
            lines.add(Line.parse(line));
        }
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /**
     * Accepts the text if one of these keys signed it, and none of their signatures is wrong. Signatures of others are ignored.
     *
     * @return the keys that signed it
     * @throws NoteException otherwise
     */
    public List<VerifierKey> requireSigned(Collection<VerifierKey> trusted) {
        List<VerifierKey> signed = new ArrayList<>();
        for (Line line : lines) {
            for (VerifierKey key : trusted) {
                if (line.by(key)) {
                    if (key.type() != VerifierKey.Type.NOTE || !key.verifies(text.getBytes(UTF_8), line.signature())) {
                        throw new NoteException(NoteException.Kind.WRONG_SIGNATURE, "A signature claims to be by " + key + " and is not");
                    }
                    signed.add(key);
                }
            }
        }
        if (signed.isEmpty()) {
            throw new NoteException(NoteException.Kind.NOT_SIGNED, "None of the keys that are trusted signed this: "
                    + String.join(", ", trusted.stream().map(VerifierKey::toString).toList()));
        }
        return signed;
    }

    /** The same with further signature lines; a line of the same key takes the place of the earlier one. */
    public SignedNote with(Collection<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        for (Line line : more) {
            all.removeIf(earlier -> earlier.keyId() == line.keyId() && earlier.name().equals(line.name()));
            all.add(line);
        }
        return new SignedNote(text, all);
    }

    /** The note as it is sent and kept. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        lines.forEach(note::append);
        return note.toString();
    }
}
