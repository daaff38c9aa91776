package cn.dandang.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.checkpoint.PrivateFiles;
import cn.dandang.ledger.checkpoint.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** The last checkpoint of each origin, a file each, durable when it is kept. */
final class WitnessedCheckpoints {

    private final Path folder;

    WitnessedCheckpoints(Path folder) {
        this.folder = folder;
    }

    Optional<SignedNote> last(String origin) throws IOException {
        Path file = file(origin);
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    void keep(String origin, SignedNote note) throws IOException {
        PrivateFiles.write(file(origin), note.toString());
    }

    private Path file(String origin) {
        return folder.resolve(hash(origin) + ".checkpoint");
    }

    /** The name of an origin in addresses and files. */
    static String hash(String origin) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(origin.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
