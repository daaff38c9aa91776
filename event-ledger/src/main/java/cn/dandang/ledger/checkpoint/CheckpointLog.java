package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every checkpoint that was ever signed, beside the key that signed it: notes one after the other, an empty line after each. It
 * is appended to and synced before a checkpoint is handed out, so a torn end was never handed out.
 */
public final class CheckpointLog {

    private static final String FILE = "checkpoints";
    private static final int TAIL_BYTES = 1 << 16;

    private final Path file;

    CheckpointLog(Path folder) {
        this.file = folder.resolve(FILE);
    }

    static void create(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, "");
        }
    }

    /** The one that was signed last. */
    Optional<SignedNote> last() throws IOException {
        if (!Files.exists(file)) {
            throw new InconsistentCheckpointException("留存的检查点文件 " + file + " 不见了，因此不再签署；请从备份恢复该文件。",
                    "The file of signed checkpoints " + file + " is missing, so nothing is signed; restore it from its backup.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = (int) Math.min(channel.size(), TAIL_BYTES);
            ByteBuffer tail = ByteBuffer.allocate(length);
            while (tail.hasRemaining() && channel.read(tail, channel.size() - length + tail.position()) >= 0) {
                // until it is full
            }
            // a cut inside a character only spoils a note that is not looked at
            List<SignedNote> notes = notes(new String(tail.array(), UTF_8), channel.size() > length);
            return notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast());
        }
    }

    void append(SignedNote note) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = whole(channel);
            // what a crash left behind the last whole note was never handed out
            channel.truncate(end);
            ByteBuffer bytes = ByteBuffer.wrap((note + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            channel.force(true);
        }
    }

    /** Where the last whole note ends: after the second empty line of two in a row of blocks. */
    private static long whole(FileChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), TAIL_BYTES);
        ByteBuffer tail = ByteBuffer.allocate(length);
        while (tail.hasRemaining() && channel.read(tail, channel.size() - length + tail.position()) >= 0) {
            // until it is full
        }
        byte[] bytes = tail.array();
        for (int at = length - 1; at > 0; at--) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\n' && afterSignature(bytes, at - 1)) {
                return channel.size() - length + at + 1;
            }
        }
        return channel.size() - length;
    }

    private static boolean afterSignature(byte[] bytes, int end) {
        int begin = end;
        while (begin > 0 && bytes[begin - 1] != '\n') {
            begin--;
        }
        // the first byte of the dash that begins a signature line
        return begin < end && bytes[begin] == (byte) 0xe2;
    }

    /**
     * The notes of such a file, in order; what is behind the last whole one is left out.
     *
     * @param cut whether the text begins inside a note
     */
    static List<SignedNote> notes(String text, boolean cut) {
        List<SignedNote> notes = new ArrayList<>();
        String[] blocks = text.split("\n\n", -1);
        int at = 0;
        if (cut) {
            while (at < blocks.length && !blocks[at].contains("\u2014 ")) {
                at++;
            }
            at++;
        }
        for (; at + 2 < blocks.length; at += 2) {
            notes.add(SignedNote.parse(blocks[at] + "\n\n" + blocks[at + 1] + "\n"));
        }
        return notes;
    }

    /** Reads a file of one note or of many. */
    public static List<SignedNote> read(byte[] file) {
        String text = new String(file, UTF_8);
        return notes(text.endsWith("\n\n") ? text : text + "\n", false);
    }
}
