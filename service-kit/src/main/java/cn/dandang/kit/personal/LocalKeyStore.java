package cn.dandang.kit.personal;

import cn.dandang.kit.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys in a folder that the services of a local run share: one file per key, readable by its owner only, wrapped by the folder's master key.
 * A key and the master key are made once, however many processes ask; an erased key leaves a mark and is not made again.
 * Whoever can read the folder can read the values: a local run protects against a lost database file, not against the machine's owner.
 */
public final class LocalKeyStore implements KeyStore {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** A file lock holds between processes; between the stores of one process, this does. */
    private static final ReentrantLock LOCAL = new ReentrantLock();

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final SecretKey master;

    /** @param wrapped the key under the master key, Base64; the file holds nothing else that could be used */
    private record KeyFile(String key, String nonce, String wrapped, String commitment) {}

    public LocalKeyStore(Path folder) {
        this.folder = folder;
        try {
            createFolder(folder);
            createFolder(folder.resolve("reporter"));
            createFolder(folder.resolve("person"));
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be made.", e);
        }
        this.master = locked(this::master);
    }

    @Override
    public Held getOrCreate(String keyId) {
        Optional<Held> held = read(keyId);
        if (held.isPresent()) {
            return held.get();
        }
        return locked(() -> read(keyId).orElseGet(() -> make(keyId)));
    }

    @Override
    public Optional<SecretKey> find(String keyId) {
        return read(keyId).map(Held::key);
    }

    @Override
    public boolean erased(String keyId) {
        return Files.exists(mark(keyId));
    }

    @Override
    public void erase(String keyId) {
        locked(() -> {
            try {
                // the mark first: a crash between the two must not let the key be made again
                write(mark(keyId), new byte[0]);
                Path file = file(keyId);
                if (Files.exists(file)) {
                    Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                    Files.delete(file);
                }
                return keyId;
            } catch (IOException e) {
                throw new UncheckedIOException("The key " + keyId + " could not be erased.", e);
            }
        });
    }

    private Optional<Held> read(String keyId) {
        if (erased(keyId)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file(keyId));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of key " + keyId + " cannot be read.", e);
        }
        KeyFile held = Json.read(bytes, KeyFile.class);
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] key = crypt(Cipher.DECRYPT_MODE, base64.decode(held.nonce()), keyId, base64.decode(held.wrapped()));
        return Optional.of(new Held(new SecretKeySpec(key, "AES"), held.commitment(), false));
    }

    private Held make(String keyId) {
        if (erased(keyId)) {
            throw new KeyErasedException(keyId);
        }
        byte[] key = bytes(KEY_BYTES);
        byte[] nonce = bytes(NONCE_BYTES);
        String commitment = HexFormat.of().formatHex(sha256(key));
        Base64.Encoder base64 = Base64.getEncoder();
        KeyFile file = new KeyFile(keyId, base64.encodeToString(nonce), base64.encodeToString(crypt(Cipher.ENCRYPT_MODE, nonce, keyId, key)), commitment);
        write(file(keyId), Json.bytes(file));
        return new Held(new SecretKeySpec(key, "AES"), commitment, true);
    }

    private SecretKey master() {
        Path file = folder.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                write(file, bytes(KEY_BYTES));
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The master key " + file + " has " + key.length + " bytes and not " + KEY_BYTES + "; restore it from its backup.");
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("The master key " + file + " cannot be read.", e);
        }
    }

    /** Whole or not at all: written beside, then moved into place. */
    private void write(Path target, byte[] content) {
        try {
            Path beside = Files.createTempFile(target.getParent(), ".new", "", ownerOnly("rw-------"));
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                out.write(java.nio.ByteBuffer.wrap(content));
                out.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be written.", e);
        }
    }

    /** One at a time over all threads and all processes. */
    private <T> T locked(Supplier<T> work) {
        LOCAL.lock();
        try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock held = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be locked.", e);
        } finally {
            LOCAL.unlock();
        }
    }

    private Path file(String keyId) {
        return folder.resolve(keyId.startsWith("reporter:") ? "reporter" : "person").resolve(name(keyId) + ".key");
    }

    private Path mark(String keyId) {
        return file(keyId).resolveSibling(name(keyId) + ".erased");
    }

    /** The file's name tells nobody whose key it holds. */
    private static String name(String keyId) {
        return HexFormat.of().formatHex(sha256(keyId.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] crypt(int mode, byte[] nonce, String keyId, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + keyId + " does not unwrap: its file or the master key was changed.", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void createFolder(Path path) throws IOException {
        Files.createDirectories(path, ownerOnly("rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }
}
