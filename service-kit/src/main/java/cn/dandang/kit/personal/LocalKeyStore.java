package cn.dandang.kit.personal;

import cn.dandang.kit.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a folder that the services of a local run share: one file per key, readable by its owner only, wrapped by the folder's master key.
 * A key and the master key are made once, however many processes ask; an erased key leaves a mark and is not made again. The master key can
 * be rotated while services run: nothing that was sealed is written again.
 * Whoever can read the folder can read the values: a local run protects against a lost database file, not against the machine's owner.
 */
public final class LocalKeyStore implements KeyStore {
    private static final String KEY = ".key";
    private static final String MARK = ".erased";
    private static final String PERSON = "person";
    private static final String REPORTER = "reporter";

    private final KeyFolder folder;
    private final List<KeyFolder> families;
    private final MasterKeys masters;

    /**
     * What a key's file holds; nothing else in it could be used.
     *
     * @param wrapped the key under the master key, Base64
     * @param master  number of that master key; absent for the first
     */
    private record KeyFile(String key, String nonce, String wrapped, String commitment, @Nullable Integer master) {
        int masterNumber() {
            return master == null ? 0 : master;
        }
    }

    public LocalKeyStore(Path folder) {
        this.folder = new KeyFolder(folder);
        this.families = List.of(this.folder.sub(REPORTER), this.folder.sub(PERSON));
        this.masters = new MasterKeys(this.folder);
        this.folder.locked(masters::current);
    }

    @Override
    public Held getOrCreate(String keyId) {
        Optional<Held> held = read(keyId);
        return held.isPresent() ? held.get() : folder.locked(() -> read(keyId).orElseGet(() -> make(keyId)));
    }

    @Override
    public Optional<SecretKey> find(String keyId) {
        return read(keyId).map(Held::key);
    }

    @Override
    public Optional<String> commitment(String keyId) {
        return read(keyId).map(Held::commitment);
    }

    @Override
    public boolean erased(String keyId) {
        return Files.exists(mark(keyId));
    }

    @Override
    public void erase(String keyId) {
        folder.locked(() -> {
            // the mark first: a crash between the two must not let the key be made again
            folder.write(mark(keyId), new byte[0]);
            folder.destroy(file(keyId));
            families.forEach(KeyFolder::destroyUnfinished);
            return keyId;
        });
    }

    /**
     * Wraps every key with a new master key and destroys the old one. Services may run meanwhile, and a rotation that was cut off is
     * finished by the next.
     *
     * @return how many keys were wrapped anew
     */
    public int rotateMasterKey() {
        return folder.locked(() -> {
            int next = masters.next();
            int wrapped = 0;
            for (KeyFolder family : families) {
                family.destroyUnfinished();
                for (Path file : family.files("", KEY)) {
                    KeyFile old = parsed(file).orElseThrow();
                    byte[] key = unwrap(old, masters.find(old.masterNumber()).orElseThrow(() -> lost(old)));
                    folder.write(file, Json.bytes(wrap(old.key(), key, next)));
                    wrapped++;
                }
            }
            masters.destroyBelow(next);
            return wrapped;
        });
    }

    private Optional<Held> read(String keyId) {
        Path file = file(keyId);
        while (!erased(keyId)) {
            Optional<KeyFile> found = parsed(file);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            KeyFile held = found.get();
            Optional<SecretKey> master = masters.find(held.masterNumber());
            if (master.isPresent()) {
                return Optional.of(new Held(new SecretKeySpec(unwrap(held, master.get()), "AES"), held.commitment(), false));
            }
            // a rotation came between the two reads: then the file names a later master key by now
            if (parsed(file).equals(found)) {
                throw lost(held);
            }
        }
        return Optional.empty();
    }

    private static Optional<KeyFile> parsed(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), KeyFile.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read.", e);
        }
    }

    private Held make(String keyId) {
        if (erased(keyId)) {
            throw new KeyErasedException(keyId);
        }
        byte[] key = KeyCrypto.random(KeyCrypto.KEY_BYTES);
        KeyFile made = wrap(keyId, key, masters.current());
        folder.write(file(keyId), Json.bytes(made));
        return new Held(new SecretKeySpec(key, "AES"), made.commitment(), true);
    }

    private KeyFile wrap(String keyId, byte[] key, int number) {
        byte[] nonce = KeyCrypto.random(KeyCrypto.NONCE_BYTES);
        SecretKey master = masters.find(number).orElseThrow();
        Base64.Encoder base64 = Base64.getEncoder();
        try {
            byte[] wrapped = KeyCrypto.crypt(Cipher.ENCRYPT_MODE, master, nonce, keyId.getBytes(StandardCharsets.UTF_8), key);
            return new KeyFile(keyId, base64.encodeToString(nonce), base64.encodeToString(wrapped), KeyCrypto.hexSha256(key), number == 0 ? null : number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + keyId + " could not be wrapped.", e);
        }
    }

    private static byte[] unwrap(KeyFile file, SecretKey master) {
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            return KeyCrypto.crypt(Cipher.DECRYPT_MODE, master, base64.decode(file.nonce()), file.key().getBytes(StandardCharsets.UTF_8), base64.decode(file.wrapped()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + file.key() + " does not unwrap: its file or the master key was changed.", e);
        }
    }

    private static IllegalStateException lost(KeyFile file) {
        return new IllegalStateException("The key " + file.key() + " is wrapped with master key " + file.masterNumber() + ", which is not in the folder; restore it from its backup.");
    }

    private Path file(String keyId) {
        return folder.path().resolve(keyId.startsWith(REPORTER + ":") ? REPORTER : PERSON).resolve(name(keyId) + KEY);
    }

    private Path mark(String keyId) {
        return file(keyId).resolveSibling(name(keyId) + MARK);
    }

    /** The file's name tells nobody whose key it holds. */
    private static String name(String keyId) {
        return HexFormat.of().formatHex(KeyCrypto.sha256(keyId.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
