package cn.dandang.kit.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Seals states that a service keeps beside its ledger, under a key of that service: whoever can write to the database can neither read nor
 * make one. Personal values inside are ciphertext already and stay so. Thread-safe.
 */
public final class StateSeal {
    private final SecretKey key;

    /** The key is made here where it is missing, so that its file does not tell when a state was first kept. */
    public StateSeal(KeyStore keys, String service) {
        key = keys.getOrCreate("state:" + service).key();
    }

    /** @param beside what it is opened with again: the same bytes or not at all */
    public byte[] seal(byte[] beside, byte[] state) {
        byte[] nonce = KeyCrypto.random(KeyCrypto.NONCE_BYTES);
        try {
            byte[] data = KeyCrypto.crypt(Cipher.ENCRYPT_MODE, key, nonce, beside, state);
            return ByteBuffer.allocate(nonce.length + data.length).put(nonce).put(data).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed.", e);
        }
    }

    /** The state; empty for anything that was not sealed with this key beside the same. */
    public Optional<byte[]> open(byte[] beside, byte[] sealed) {
        if (sealed.length < KeyCrypto.NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = new byte[KeyCrypto.NONCE_BYTES];
        byte[] data = new byte[sealed.length - nonce.length];
        ByteBuffer.wrap(sealed).get(nonce).get(data);
        try {
            return Optional.of(KeyCrypto.crypt(Cipher.DECRYPT_MODE, key, nonce, beside, data));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
