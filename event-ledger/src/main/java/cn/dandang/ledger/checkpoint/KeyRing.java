package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of one ledger, in a folder of their own outside its store, readable by their owner only. After a rotation the
 * old and the new key both sign until the overlap ends; then the old private key is removed and its public part stays.
 */
public final class KeyRing {

    private static final String ORIGIN = "origin";
    private static final String SUFFIX = ".key";
    private static final int ID_BYTES = 6;

    private final Path folder;
    private final String origin;

    /**
     * A key of the ring.
     *
     * @param from  when it was made
     * @param until when it stops to sign; null while nothing ends it
     */
    public record Entry(VerifierKey key, Instant from, @Nullable Instant until) {

        boolean signsAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    private record Stored(Entry entry, Optional<SigningKey> secret) {
    }

    private KeyRing(Path folder, String origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /**
     * Opens the ring of a ledger, and makes one with a first key where there is none.
     *
     * @param prefix what a new ring's origin begins with, such as {@code audit.example.gov.cn/dandang}; empty for a name that no
     *               other installation has. An existing ring keeps its origin
     * @param name   name of the ledger, the origin's last part
     */
    public static KeyRing open(Path folder, String prefix, String name, Instant now) {
        try {
            PrivateFiles.folder(folder);
            return PrivateFiles.locked(folder, () -> {
                Path file = folder.resolve(ORIGIN);
                if (Files.exists(file)) {
                    KeyRing ring = existing(folder);
                    if (ring.stored().isEmpty()) {
                        ring.add(now);
                    }
                    return ring;
                }
                String origin = (prefix.isEmpty() ? "dandang.local/" + HexFormat.of().formatHex(PrivateFiles.random(ID_BYTES)) : prefix) + "/" + name;
                VerifierKey.requireName(origin);
                KeyRing ring = new KeyRing(folder, origin);
                CheckpointLog.create(folder);
                // the origin last: a folder that has one is complete but for its first key
                PrivateFiles.write(file, origin + "\n");
                ring.add(now);
                return ring;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of signing keys " + folder + " cannot be used.", e);
        }
    }

    /** The ring in a folder; empty if there is none. */
    public static Optional<KeyRing> find(Path folder) {
        return Files.exists(folder.resolve(ORIGIN)) ? Optional.of(existing(folder)) : Optional.empty();
    }

    private static KeyRing existing(Path folder) {
        try {
            return new KeyRing(folder, Files.readString(folder.resolve(ORIGIN), UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The origin in " + folder + " cannot be read.", e);
        }
    }

    /** First line of every checkpoint of this ledger, and name of its keys. */
    public String origin() {
        return origin;
    }

    Path folder() {
        return folder;
    }

    /** All keys that ever signed, the oldest first. */
    public List<Entry> keys() {
        return stored().stream().map(Stored::entry).toList();
    }

    /** The public keys of all that ever signed. */
    public List<VerifierKey> verifiers() {
        return keys().stream().map(Entry::key).toList();
    }

    /** The keys that sign at this time. */
    List<SigningKey> signers(Instant now) {
        List<SigningKey> signers = stored().stream().filter(stored -> stored.entry().signsAt(now))
                .flatMap(stored -> stored.secret().stream()).toList();
        if (signers.isEmpty()) {
            throw NoteException.malformed("There is no key in " + folder + " that may sign now. 签名密钥目录中没有当前可用的密钥。");
        }
        return signers;
    }

    /**
     * Makes a new key, which signs from now on; those that sign now do so until the overlap has passed.
     *
     * @return the new key
     */
    public VerifierKey rotate(Duration overlap, Instant now) {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("An overlap is not negative");
        }
        return inside(() -> {
            Instant end = now.plus(overlap).truncatedTo(ChronoUnit.SECONDS);
            for (Stored stored : stored()) {
                Entry entry = stored.entry();
                if (stored.secret().isPresent() && (entry.until() == null || entry.until().isAfter(end))) {
                    write(new Stored(new Entry(entry.key(), entry.from(), end), stored.secret()));
                }
            }
            return add(now);
        });
    }

    /** Removes the private parts of the keys whose time has passed. */
    void retire(Instant now) throws IOException {
        for (Stored stored : stored()) {
            if (stored.secret().isPresent() && !stored.entry().signsAt(now)) {
                write(new Stored(stored.entry(), Optional.empty()));
            }
        }
    }

    private VerifierKey add(Instant now) throws IOException {
        SigningKey key = SigningKey.generate(origin, VerifierKey.Type.NOTE);
        write(new Stored(new Entry(key.verifier(), now.truncatedTo(ChronoUnit.MILLIS), null), Optional.of(key)));
        return key.verifier();
    }

    private void write(Stored stored) throws IOException {
        Entry entry = stored.entry();
        String text = "key: " + entry.key() + "\nfrom: " + entry.from() + "\n"
                + (entry.until() == null ? "" : "until: " + entry.until() + "\n")
                + stored.secret().map(secret -> "private: " + secret.secret() + "\n").orElse("");
        PrivateFiles.write(folder.resolve(entry.key().idHex() + SUFFIX), text);
    }

    private List<Stored> stored() {
        List<Stored> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                all.add(read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The signing keys in " + folder + " cannot be read.", e);
        }
        all.sort(Comparator.comparing((Stored stored) -> stored.entry().from()).thenComparing(stored -> stored.entry().key().idHex()));
        return all;
    }

    private static Stored read(Path file) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            int colon = line.indexOf(": ");
            fields.put(colon < 0 ? line : line.substring(0, colon), colon < 0 ? "" : line.substring(colon + 2));
        }
        try {
            VerifierKey key = VerifierKey.parse(fields.getOrDefault("key", ""));
            String until = fields.get("until");
            String secret = fields.get("private");
            Entry entry = new Entry(key, Instant.parse(fields.getOrDefault("from", "")), until == null ? null : Instant.parse(until));
            return new Stored(entry, Optional.ofNullable(secret).map(text -> SigningKey.parse(text, key)));
        } catch (DateTimeException e) {
            throw NoteException.malformed("The key file " + file + " is damaged; restore it from its backup. 密钥文件损坏，请从备份恢复。");
        }
    }

    <T> T inside(PrivateFiles.Work<T> work) {
        try {
            return PrivateFiles.locked(folder, work);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of signing keys " + folder + " cannot be used.", e);
        }
    }
}
