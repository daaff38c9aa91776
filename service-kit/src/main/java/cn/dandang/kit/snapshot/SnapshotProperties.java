package cn.dandang.kit.snapshot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When states are kept, prefix {@code dandang.snapshots}.
 *
 * @param after a state is kept when this many events had to be read to come to it; 0 for never
 */
@ConfigurationProperties("dandang.snapshots")
public record SnapshotProperties(@DefaultValue("100") int after) {}
