package cn.dandang.kit.personal;

import java.util.Optional;
import javax.crypto.SecretKey;

/** Where the keys of personal values live. In a local run a folder; elsewhere room for a Vault or KMS. Safe for use by many processes. */
public interface KeyStore {

    /** The key, made when it is missing. Refuses an erased one: what was erased is not made again. */
    Held getOrCreate(String keyId);

    /** The key; empty when it is missing or erased. */
    Optional<SecretKey> find(String keyId);

    /** SHA-256 of the key, hexadecimal; empty when the key is missing or erased. */
    Optional<String> commitment(String keyId);

    /** Whether it was erased. */
    boolean erased(String keyId);

    /** Destroys the key for ever. Doing it again, or to a key that never was, changes nothing. */
    void erase(String keyId);

    /**
     * A key.
     *
     * @param commitment SHA-256 of the key, hexadecimal: to be recorded when the key is made
     * @param made       whether this call made it
     */
    record Held(SecretKey key, String commitment, boolean made) {
        @Override
        public String toString() {
            return "Held[" + commitment + "]";
        }
    }
}
