package cn.dandang.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962: SHA-256 with a prefix that keeps leaves and nodes apart. */
public final class Rfc6962 {

    /** Length of every hash in bytes. */
    public static final int HASH_BYTES = 32;

    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Rfc6962::newSha256);
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private Rfc6962() {
    }

    /** SHA-256(0x00 ‖ content). */
    public static byte[] leafHash(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** SHA-256(content), without a prefix: no hash of the tree. */
    public static byte[] sha256(byte[] content) {
        return sha256().digest(content);
    }

    /** Root of the tree without leaves: SHA-256 of nothing. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    /** One for each thread: looking the algorithm up costs as much as hashing a node. It is fresh again after each digest. */
    private static MessageDigest sha256() {
        return SHA256.get();
    }

    /** A SHA-256 of one's own, for content that comes in pieces. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
