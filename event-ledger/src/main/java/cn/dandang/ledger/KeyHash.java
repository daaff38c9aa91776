package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Sixty-four bits that stand for a key in an integer index. Two keys may share them, so whoever finds one compares the record's
 * own key; they are cut from SHA-256, so nobody can make many keys share them.
 */
final class KeyHash {

    private KeyHash() {
    }

    static long of(String key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
