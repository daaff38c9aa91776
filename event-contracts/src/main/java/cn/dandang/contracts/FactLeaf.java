package cn.dandang.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The leaf of a published fact, so that a ledger, a topic and a projection can be compared by count and root (RFC 6962 tree over the leaves
 * in the order of position and part): SHA-256(00 ‖ id ‖ type ‖ root case ‖ JSON), each with its length in four bytes before it, big-endian.
 */
public final class FactLeaf {
    private static final byte LEAF = 0;

    private FactLeaf() {}

    /**
     * The leaf hash.
     *
     * @param id   {@code <service>/<position>/<part>}
     * @param json the fact's JSON as it travels, byte by byte
     */
    public static byte[] hash(String id, String type, String rootCase, byte[] json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LEAF);
            for (byte[] part : new byte[][] {id.getBytes(StandardCharsets.UTF_8), type.getBytes(StandardCharsets.UTF_8), rootCase.getBytes(StandardCharsets.UTF_8), json}) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
