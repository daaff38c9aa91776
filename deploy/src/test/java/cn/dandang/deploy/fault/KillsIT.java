package cn.dandang.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.evidence.Prepared;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillsIT {
    @TempDir
    Path folder;

    @Test
    @DisplayName("after each process was killed once every acknowledged order is there once: in the ledger, in the topics, in its effects")
    void seven() throws Exception {
        run(Integer.getInteger("dandang.kills", 7));
    }

    @Test
    @Tag("nightly")
    @DisplayName("the same after forty")
    void forty() throws Exception {
        run(Integer.getInteger("dandang.kills", 40));
    }

    private void run(int kills) throws Exception {
        long seed = Long.getLong("dandang.seed", RandomGenerator.getDefault().nextLong(1_000_000));
        List<Fault> faults = new Kills(Prepared.installation(), folder.resolve("var"), kills, seed).run().faults();
        assertThat(faults).as("seed %d, %d kills", seed, kills).isEmpty();
    }
}
