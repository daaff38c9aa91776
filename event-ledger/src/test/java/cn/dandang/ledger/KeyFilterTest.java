package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyFilterTest {

    @Test
    void what_was_added_is_never_denied_and_most_of_what_was_not_is() {
        GrowingKeyFilter filter = new GrowingKeyFilter();
        int keys = 300_000;
        SplittableRandom added = new SplittableRandom(7);
        for (int i = 0; i < keys; i++) {
            filter.add(added.nextLong());
        }
        SplittableRandom again = new SplittableRandom(7);
        for (int i = 0; i < keys; i++) {
            assertThat(filter.mayHold(again.nextLong())).isTrue();
        }
        SplittableRandom others = new SplittableRandom(8);
        int wrong = 0;
        for (int i = 0; i < keys; i++) {
            wrong += filter.mayHold(others.nextLong()) ? 1 : 0;
        }
        assertThat(wrong).isLessThan(keys / 20);
    }
}
