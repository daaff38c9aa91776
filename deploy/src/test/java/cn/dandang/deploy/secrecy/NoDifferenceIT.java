package cn.dandang.deploy.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoDifferenceIT {
    private static final long SEED = 20260228;
    private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");
    @TempDir
    Path folder;

    @Test
    @Tag("nightly")
    @DisplayName("with and without a report by name the same course leaves the same in every ledger, topic, answer, log and set of figures outside clarification")
    void no_difference() throws Exception {
        Course.Left with;
        Course.Left without;
        LocalDate today;
        int run = 0;
        do {
            // dates are part of what is compared: both runs belong to one day
            today = LocalDate.now(LEGAL_ZONE);
            with = new Course(folder.resolve("with" + run), SEED, _ -> true).play(true, "");
            without = new Course(folder.resolve("without" + run), SEED, _ -> true).play(false, with.report());
            run++;
        } while (!today.equals(LocalDate.now(LEGAL_ZONE)));
        System.out.println("no difference: " + with.traces().lines() + " lines in " + with.traces().places().size() + " places compared, seed " + SEED);
        assertThat(with.inLedger()).as("the report is in clarification's ledger").isGreaterThan(without.inLedger());
        assertThat(Traces.differences(with.traces(), without.traces())).isEmpty();
    }
}
