package cn.dandang.assessment.policytext;

import cn.dandang.kit.boot.DandangProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Copies of documents as files named by their digest. What does not match its name is not given out. */
@Component
final class TextStore {
    private final Path folder;

    TextStore(DandangProperties properties) {
        this.folder = properties.dataDir().resolve("policy-texts");
    }

    /** One form for all systems: line ends are LF, without a byte order mark. */
    static String normal(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Keeps a text under its digest; the same text again changes nothing. */
    void keep(String digest, String text) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, digest, ".new");
            Files.writeString(written, text);
            Files.move(written, file(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException("The text " + digest + " cannot be kept.", broken);
        }
    }

    /** Empty when the file is absent or is not what its name says. */
    Optional<String> find(String digest) {
        try {
            Path file = file(digest);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)).filter(text -> digest(text).equals(digest)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("The text " + digest + " cannot be read.", broken);
        }
    }

    private Path file(String digest) {
        return folder.resolve(digest + ".txt");
    }
}
