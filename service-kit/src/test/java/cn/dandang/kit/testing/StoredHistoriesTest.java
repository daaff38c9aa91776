package cn.dandang.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReturnedKnowsLateness;
import cn.dandang.kit.orders.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredHistoriesTest {
    private static final StoredHistories HISTORIES = StoredHistories.of(List.of(new BookDecider()), List.of(new ReturnedKnowsLateness()));

    @Test
    void a_book_that_was_lent_and_returned_before_lateness_was_known_replays_to_the_same_state() {
        HISTORIES.replay(StoredHistoriesTest.class);
    }

    @Test
    void a_recorded_stream_replays_and_one_that_ends_otherwise_is_told(@TempDir Path folder) throws Exception {
        String content;
        try (Library library = Library.in(folder)) {
            String book = library.ids.stream(BookDecider.KIND);
            library.orders.send(Order.of(Library.OFFICER, new BookCommand.Buy(book, "治要"), new BookCommand.Lend(book, "r1", Library.note())));
            HISTORIES.record(library.ledger, book, folder.resolve("lent.jsonl"));
            content = Files.readString(folder.resolve("lent.jsonl"));
        }
        List<String> wrong = new ArrayList<>();
        HISTORIES.check("lent", content, wrong);
        assertThat(wrong).isEmpty();

        HISTORIES.check("lent", content.replace("\"reader\":\"r1\"", "\"reader\":\"r2\""), wrong);
        assertThat(wrong).singleElement().asString().contains("lent replays to the state").contains("as it did when it was recorded");
    }
}
