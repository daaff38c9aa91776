package cn.dandang.assessment.policyreading;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.policy.PolicyData;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.data.PolicyDataException;
import cn.dandang.policy.data.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The registered data of every release that ran here, kept under its digest, so that what was recorded under an earlier one is evaluated
 * again against the data that it names. A folder whose files do not give its digest is not used.
 */
@Component
final class PolicyReleases {
    private final Path folder;
    private final CurrentPolicy policy;
    private final ConcurrentHashMap<String, Optional<PolicySnapshot>> read = new ConcurrentHashMap<>();

    @Autowired
    PolicyReleases(DandangProperties properties, CurrentPolicy policy) {
        this(properties.dataDir().resolve("policy-releases"), policy);
    }

    PolicyReleases(Path folder, CurrentPolicy policy) {
        this.folder = folder;
        this.policy = policy;
    }

    /** The rules of a recorded version; empty when no release that ran here gives it, or its files are written in a way that this release does not read. */
    Optional<PolicySnapshot> at(String rulesVersion) {
        String digest = rulesVersion.replaceFirst("\\+.*", "");
        return policy.at(rulesVersion).or(() -> digest.matches("[0-9a-f]{12}") ? release(digest).flatMap(release -> policy.at(rulesVersion, release)) : Optional.empty());
    }

    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        Path own = folder.resolve(PolicyFiles.load().digest());
        if (Files.isDirectory(own)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempDirectory(folder, "new-");
            for (String file : PolicyFiles.files()) {
                Files.createDirectories(made.resolve(file).getParent());
                Files.writeString(made.resolve(file), PolicyFiles.resource(file));
            }
            Files.move(made, own, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("The data of the rules cannot be kept in " + folder + ".", broken);
        }
    }

    private Optional<PolicySnapshot> release(String digest) {
        return Files.isDirectory(folder.resolve(digest)) ? read.computeIfAbsent(digest, this::data) : Optional.empty();
    }

    private Optional<PolicySnapshot> data(String digest) {
        try {
            PolicyData data = PolicyFiles.read(file -> text(folder.resolve(digest).resolve(file)));
            return data.digest().equals(digest) ? Optional.of(PolicySnapshot.of(data)) : Optional.empty();
        } catch (PolicyDataException | UncheckedIOException notReadableHere) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
