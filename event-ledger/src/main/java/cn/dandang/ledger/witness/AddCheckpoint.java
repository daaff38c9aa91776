package cn.dandang.ledger.witness;

import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The body of an {@code add-checkpoint} request.
 *
 * @param oldSize    size of the checkpoint that the proof begins at; 0 if there is none
 * @param proof      the consistency proof
 * @param checkpoint the new checkpoint, signed
 */
record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote checkpoint) {

    private static final int MOST_HASHES = 63;

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /**
     * Reads a body.
     *
     * @throws NoteException if it is not one
     */
    static AddCheckpoint parse(String body) {
        int end = body.indexOf("\n\n");
        if (end < 0) {
            throw malformed("no empty line");
        }
        String[] lines = body.substring(0, end).split("\n", -1);
        if (!lines[0].matches("old (0|[1-9][0-9]{0,18})")) {
            throw malformed("the first line is not \"old\" and a size");
        }
        if (lines.length - 1 > MOST_HASHES) {
            throw malformed("more than 63 hashes");
        }
        List<byte[]> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(hash(lines[i]));
        }
        return new AddCheckpoint(size(lines[0].substring("old ".length())), proof, SignedNote.parse(body.substring(end + 2)));
    }

    private static long size(String decimal) {
        try {
            return Long.parseLong(decimal);
        } catch (NumberFormatException e) {
            throw malformed("a size beyond 2^63");
        }
    }

    private static byte[] hash(String base64) {
        try {
            byte[] hash = Base64.getDecoder().decode(base64);
            if (hash.length == 32) {
                return hash;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw malformed("a line of the proof is not a hash in Base64");
    }

    private static NoteException malformed(String what) {
        return new NoteException(NoteException.Kind.MALFORMED, "Not an add-checkpoint request: " + what);
    }

    /** The body as it is sent. */
    @Override
    public String toString() {
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }
}
