package cn.dandang.kit.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The master keys of a key folder, by number: the highest wraps what is made now, a lower one is there only while a rotation is under way. */
final class MasterKeys {
    private static final String FIRST = "master.key";
    private static final String PREFIX = "master";
    private static final String SUFFIX = ".key";

    private final KeyFolder folder;
    private final Map<Integer, SecretKey> known = new ConcurrentHashMap<>();

    MasterKeys(KeyFolder folder) {
        this.folder = folder;
    }

    /** Number of the key that wraps now, made when there is none. Only with the lock held. */
    int current() {
        int highest = highest();
        return highest >= 0 ? highest : make(0);
    }

    /** A new key that wraps from now on. Only with the lock held. */
    int next() {
        return make(current() + 1);
    }

    /** The key of this number; empty when it was destroyed after a rotation. */
    Optional<SecretKey> find(int number) {
        SecretKey held = known.get(number);
        if (held != null) {
            return Optional.of(held);
        }
        Path file = file(number);
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != KeyCrypto.KEY_BYTES) {
                throw new IllegalStateException("The master key " + file + " has " + key.length + " bytes and not " + KeyCrypto.KEY_BYTES + "; restore it from its backup.");
            }
            SecretKey read = new SecretKeySpec(key, "AES");
            known.put(number, read);
            return Optional.of(read);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The master key " + file + " cannot be read.", e);
        }
    }

    /** Destroys every key below this number. Only with the lock held, and when nothing is wrapped with them any more. */
    void destroyBelow(int number) {
        for (Path file : folder.files(PREFIX, SUFFIX)) {
            int old = number(file);
            if (old < number) {
                folder.destroy(file);
                known.remove(old);
            }
        }
    }

    private int make(int number) {
        folder.write(file(number), KeyCrypto.random(KeyCrypto.KEY_BYTES));
        return number;
    }

    private int highest() {
        return folder.files(PREFIX, SUFFIX).stream().mapToInt(MasterKeys::number).max().orElse(-1);
    }

    private Path file(int number) {
        return folder.path().resolve(number == 0 ? FIRST : PREFIX + "-" + number + SUFFIX);
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return name.equals(FIRST) ? 0 : Integer.parseInt(name.substring(PREFIX.length() + 1, name.length() - SUFFIX.length()));
    }
}
