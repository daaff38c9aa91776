package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Sixty-four bits that stand for a key in an integer index. Two keys may share them, so whoever finds one compares the record's
 * own key; they are cut from SHA-256, so nobody can make many keys share them.
 */
final class KeyHash {

    /** One for each thread: looking the algorithm up costs as much as hashing a key. It is fresh again after each digest. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(KeyHash::newSha256);

    private KeyHash() {
    }

    static long of(String key) {
        byte[] digest = SHA256.get().digest(key.getBytes(UTF_8));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash = hash << Byte.SIZE | digest[i] & 0xff;
        }
        return hash;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
