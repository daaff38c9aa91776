package cn.dandang.kit.personal;

import cn.dandang.contracts.SealedText;
import cn.dandang.kit.codec.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Seals and opens personal values, at the API edge and when documents are rendered; nowhere else. {@code person:*} keys may be opened by
 * every service, {@code reporter:*} keys by clarification alone. Thread-safe.
 */
public final class PersonalData {
    private static final String REPORTER = "reporter:";
    private static final String PERSON = "person:";

    private final KeyStore keys;
    private final String service;

    /** @param service the name of the service that asks */
    public PersonalData(KeyStore keys, String service) {
        this.keys = keys;
        this.service = service;
    }

    /**
     * Seals a value under a key, which is made when it is missing.
     *
     * @param keyId     {@code person:<id>} or {@code reporter:<id>}
     * @param recordId  id of what it is sealed for; with the path it must be known again to nobody but the value itself
     * @param fieldPath {@code reason}, {@code allegations.0.text}
     * @throws KeyErasedException if the key was erased
     */
    public <T> Sealed<T> seal(String keyId, String recordId, String fieldPath, T value) {
        checkAccess(keyId);
        byte[] nonce = KeyCrypto.random(KeyCrypto.NONCE_BYTES);
        byte[] data = crypt(Cipher.ENCRYPT_MODE, keys.getOrCreate(keyId).key(), nonce, associated(recordId, fieldPath, keyId), Json.bytes(value));
        Base64.Encoder base64 = Base64.getEncoder();
        return new Sealed<>(keyId, recordId, fieldPath, base64.encodeToString(nonce), base64.encodeToString(data));
    }

    /** Seals a value that may be absent. */
    public <T> @Nullable Sealed<T> sealIfPresent(String keyId, String recordId, String fieldPath, @Nullable T value) {
        return value == null ? null : seal(keyId, recordId, fieldPath, value);
    }

    /**
     * Seals a text that concerns several persons under the key of each: when one of them is erased it does not open any more.
     *
     * @param keyIds at least one
     * @throws KeyErasedException if one of the keys was erased
     */
    public Sealed<String> sealUnderAll(Collection<String> keyIds, String recordId, String fieldPath, String text) {
        Iterator<String> each = keyIds.iterator();
        Sealed<String> sealed = seal(each.next(), recordId, fieldPath, text);
        while (each.hasNext()) {
            sealed = seal(each.next(), recordId, fieldPath, sealed).as();
        }
        return sealed;
    }

    /** Opens a text. */
    public Opened<String> open(Sealed<String> sealed) {
        return switch (open(sealed.<JsonNode>as(), JsonNode.class)) {
            // one key around another, where it concerns several persons
            case Opened.Value<JsonNode>(JsonNode inner) -> inner.isObject() ? open(Json.mapper().treeToValue(inner, new TypeReference<Sealed<String>>() {})) : new Opened.Value<>(inner.asString());
            case Opened.Erased<JsonNode> erased -> new Opened.Erased<>();
        };
    }

    /** Opens a value of this type. Refuses one that was changed or moved to another record or field. */
    public <T> Opened<T> open(Sealed<T> sealed, Class<T> type) {
        checkAccess(sealed.key());
        Optional<SecretKey> key = keys.find(sealed.key());
        if (key.isEmpty()) {
            if (keys.erased(sealed.key())) {
                return new Opened.Erased<>();
            }
            throw new IllegalStateException("The key " + sealed.key() + " is neither in the key store nor recorded as erased there.");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] plain = crypt(Cipher.DECRYPT_MODE, key.get(), base64.decode(sealed.nonce()), associated(sealed.seal(), sealed.path(), sealed.key()), base64.decode(sealed.data()));
        return new Opened.Value<>(Json.read(plain, type));
    }

    /** A sealed text for a screen: its text, or 「已依法删除」. */
    public String text(Sealed<String> sealed) {
        return open(sealed).text(text -> text);
    }

    /** A sealed text of a published fact for a screen: its text, or 「已依法删除」. */
    public String text(SealedText sealed) {
        return text(Sealed.of(sealed));
    }

    /** A sealed text that may be absent. */
    public @Nullable String textOrNull(@Nullable Sealed<String> sealed) {
        return sealed == null ? null : text(sealed);
    }

    /** The key's commitment, the key being made when it is missing. Record it with the first event that uses the key. */
    public KeyCommitment commit(String keyId) {
        checkAccess(keyId);
        KeyStore.Held held = keys.getOrCreate(keyId);
        return new KeyCommitment(keyId, held.commitment(), held.made());
    }

    /** The commitment of a key that exists; empty when it was never made or is erased. */
    public Optional<String> commitmentOf(String keyId) {
        checkAccess(keyId);
        return keys.commitment(keyId);
    }

    /** Whether a key was erased by law. */
    public boolean erased(String keyId) {
        checkAccess(keyId);
        return keys.erased(keyId);
    }

    /** Destroys a key for ever: every value under it opens as erased. The caller records who ordered it. */
    public void erase(String keyId) {
        checkAccess(keyId);
        keys.erase(keyId);
    }

    private void checkAccess(String keyId) {
        if (keyId.startsWith(REPORTER)) {
            if (!service.equals("clarification")) {
                throw new SecurityException("Keys of reporters are opened by clarification alone, not by " + service + ".");
            }
        } else if (!keyId.startsWith(PERSON)) {
            throw new IllegalArgumentException("A key is named person:<id> or reporter:<id>, not \"" + keyId + "\".");
        }
    }

    private static byte[] associated(String seal, String path, String key) {
        // lengths first, so that no two triples give the same bytes
        return (seal.length() + ":" + seal + path.length() + ":" + path + key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] associated, byte[] input) {
        try {
            return KeyCrypto.crypt(mode, key, nonce, associated, input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(mode == Cipher.DECRYPT_MODE
                    ? "A sealed value does not open: it was changed, moved to another record or field, or sealed under another key."
                    : "Sealing failed.", e);
        }
    }
}
