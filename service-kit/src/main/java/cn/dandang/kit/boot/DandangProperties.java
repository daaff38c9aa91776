package cn.dandang.kit.boot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of a service, prefix {@code dandang}; defaults in dandang-defaults.properties.
 *
 * @param service           assessment, tolerance, clarification, incentive or oversight
 * @param dataDir           folder of ledger and keys in a local run
 * @param maxBodyBytes      largest request body that is read
 * @param exitOnFailedStart whether a failed start step ends the process; tests that share a JVM say false
 * @param exitOnStdinClose  whether the process ends in order when its standard input closes, and ignores SIGINT
 */
@ConfigurationProperties("dandang")
public record DandangProperties(String service, Path dataDir, long maxBodyBytes, boolean exitOnFailedStart, boolean exitOnStdinClose, Kafka kafka, @DefaultValue Mongodb mongodb, Tokens tokens,
                                @DefaultValue Ids ids, @DefaultValue Clock clock, @DefaultValue Places places, @DefaultValue Archive archive) {

    public record Kafka(String bootstrap) {}

    /** @param uri empty for the SQLite ledger and views in memory */
    public record Mongodb(@DefaultValue("") String uri) {
        public boolean configured() {
            return !uri.isBlank();
        }
    }

    public record Tokens(String jwksUri, String issuer) {}

    /** @param seed set for ids that are the same in each run; tests and {@code check} only */
    public record Ids(@Nullable Long seed) {}

    /** @param adjustable whether business time follows the topic {@code dandang.clock} */
    public record Clock(@DefaultValue("false") boolean adjustable) {}

    /** @param requireSetup whether new matters wait until a place is set up; false in the profile {@code local}, for the demonstration */
    public record Places(@DefaultValue("true") boolean requireSetup) {}

    /** @param dir where the archives of ledgers lie; beside the ledger files when it is not given. Replicas of a service share it */
    public record Archive(@Nullable Path dir) {}

    /** Whether this is the service of reports, whose ids and numbers tell nothing. */
    public boolean reports() {
        return service.equals("clarification");
    }

    public Path ledgerFile() {
        return dataDir.resolve("ledger").resolve(service + ".db");
    }

    public Path archiveFolder() {
        Path dir = archive.dir();
        return dir == null ? dataDir.resolve("ledger") : dir;
    }

    public Path keyFolder() {
        return dataDir.resolve("keys");
    }
}
