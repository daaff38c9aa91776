package cn.dandang.policy.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After the mutation runs of the nightly profile. */
@Tag("nightly")
class SurvivorsIT {

    @Test
    @DisplayName("no mutant of red lines, bars and deadlines survives")
    void nothing_that_bars_survives_a_change() {
        Survivors strict = Survivors.in(Path.of("target", "pit-reports", "strict", "mutations.xml"));
        assertThat(strict.undetected()).isEmpty();
        assertThat(strict.mutants()).isGreaterThan(700);
    }

    @Test
    @DisplayName("each surviving mutant of the other rule functions is listed with its reason, and no other")
    void the_list_is_what_survives() {
        Survivors others = Survivors.in(Path.of("target", "pit-reports", "others", "mutations.xml"));
        assertThat(MutantList.load().against(others.undetected())).isEmpty();
        assertThat(others.mutants()).isGreaterThan(500);
    }
}
