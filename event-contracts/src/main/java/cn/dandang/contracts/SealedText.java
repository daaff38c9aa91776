package cn.dandang.contracts;

/**
 * A personal text as it travels: ciphertext only. Whoever may open it needs the key.
 *
 * @param key   the key's id, {@code person:<id>} or {@code reporter:<id>}
 * @param seal  id of this seal, part of the associated data
 * @param path  field path, part of the associated data
 * @param nonce 12 bytes, Base64
 * @param data  AES-256-GCM ciphertext with its tag, Base64
 */
public record SealedText(String key, String seal, String path, String nonce, String data) {}
