package cn.dandang.kit.personal;

import cn.dandang.contracts.SealedText;

/**
 * A personal value as ciphertext. Same JSON as {@link SealedText}; decisions pass it on and never open it.
 *
 * @param key   {@code person:<id>} or {@code reporter:<id>}
 * @param seal  id of the record it was sealed for, part of the associated data
 * @param path  field path, part of the associated data
 * @param nonce 12 bytes, Base64
 * @param data  AES-256-GCM ciphertext with its tag, Base64
 * @param <T>   what it holds
 */
public record Sealed<T>(String key, String seal, String path, String nonce, String data) {

    /** As it travels in a published fact. */
    public SealedText toText() {
        return new SealedText(key, seal, path, nonce, data);
    }

    /** The same ciphertext, told to hold something else. */
    <U> Sealed<U> as() {
        return new Sealed<>(key, seal, path, nonce, data);
    }

    /** A text that came in a published fact. */
    public static Sealed<String> of(SealedText text) {
        return new Sealed<>(text.key(), text.seal(), text.path(), text.nonce(), text.data());
    }

    @Override
    public String toString() {
        return "Sealed[" + key + ", " + path + "]";
    }
}
