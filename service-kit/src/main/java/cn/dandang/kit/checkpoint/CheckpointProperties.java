package cn.dandang.kit.checkpoint;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkpoints are signed, prefix {@code dandang.checkpoint}.
 *
 * @param origin    what the origin of a new ledger begins with, {@code audit.example.gov.cn/dandang}; empty for a name that no other
 *                  installation has. A ledger that has an origin keeps it
 * @param interval  how often the end is signed and taken to the witnesses, whether or not something was added: the calls tell nothing
 * @param witnesses who cosigns
 */
@ConfigurationProperties("dandang.checkpoint")
public record CheckpointProperties(@DefaultValue("") String origin, @DefaultValue("60s") Duration interval, @DefaultValue List<WitnessAddress> witnesses) {

    /**
     * @param key verifier key of the witness, as it prints it
     * @param url where it takes checkpoints
     */
    public record WitnessAddress(String key, URI url) {}
}
