package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.tree.Rfc6962;
import java.nio.ByteBuffer;

/**
 * Sixty-four bits that stand for a key in an integer index. Two keys may share them, so whoever finds one compares the record's
 * own key; they are cut from SHA-256, so nobody can make many keys share them.
 */
final class KeyHash {

    private KeyHash() {
    }

    static long of(String key) {
        return ByteBuffer.wrap(Rfc6962.sha256(key.getBytes(UTF_8))).getLong();
    }
}
