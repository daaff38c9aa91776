package cn.dandang.ledger.checkpoint;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.tree.Rfc6962;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a checkpoint says, as C2SP tlog-checkpoint writes it.
 *
 * @param origin     which ledger
 * @param head       size and root
 * @param extensions further lines; this project writes none and keeps those of others
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n")) {
            throw NoteException.malformed("The origin is one line that is not empty");
        }
        if (head.size() < 0 || head.root().length != Rfc6962.HASH_BYTES) {
            throw NoteException.malformed("A checkpoint states a size and a root of 32 bytes");
        }
    }

    /** A checkpoint of this project: no further lines. */
    public static Checkpoint of(String origin, TreeHead head) {
        return new Checkpoint(origin, head, List.of());
    }

    /**
     * Reads the text of a note.
     *
     * @throws NoteException if it is not that of a checkpoint
     */
    public static Checkpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        // the last line feed leaves an empty piece
        List<String> content = lines.subList(0, lines.size() - 1);
        if (content.size() < 3 || !lines.getLast().isEmpty() || content.contains("")) {
            throw NoteException.malformed("A checkpoint has an origin, a size, a root, and no empty line");
        }
        return new Checkpoint(content.get(0), new TreeHead(size(content.get(1)), VerifierKey.base64(content.get(2))), content.subList(3, content.size()));
    }

    private static long size(String decimal) {
        try {
            long size = decimal.matches("0|[1-9][0-9]*") ? Long.parseLong(decimal) : -1;
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException tooLong) {
            // said below
        }
        throw NoteException.malformed("The size of a tree is a decimal number without leading zeroes: " + decimal);
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin).append('\n').append(head.size()).append('\n')
                .append(Base64.getEncoder().encodeToString(head.root())).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
