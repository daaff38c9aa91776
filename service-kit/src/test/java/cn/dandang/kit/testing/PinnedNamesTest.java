package cn.dandang.kit.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.ReaderDecider;
import cn.dandang.kit.loan.ReturnedKnowsLateness;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinnedNamesTest {
    private static final PinnedNames NAMES = PinnedNames.of(List.of(new BookDecider(), new ReaderDecider()), List.of(new ReturnedKnowsLateness()));

    @Test
    void the_names_of_the_library_are_as_they_were_pinned() {
        NAMES.match(PinnedNamesTest.class);
    }

    @Test
    void a_lost_name_a_new_name_and_another_revision_are_told_apart() {
        assertThatThrownBy(() -> NAMES.match(List.of("loan.book-bought.v1 1", "loan.book-lent.v1 2", "loan.book-returned.v1 1", "loan.card-charged.v1 1", "loan.gone.v1 1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("loan.gone.v1 is pinned but no event has this name any more")
                .hasMessageContaining("loan.book-lent.v1 went back from revision 2 to 1")
                .hasMessageContaining("write \"loan.book-returned.v1 2\"")
                .hasMessageContaining("add the line \"loan.card-cleared.v1 1\"");
    }
}
