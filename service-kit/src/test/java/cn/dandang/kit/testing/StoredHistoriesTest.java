package cn.dandang.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.loan.BookDecider.BookEvent;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReturnedKnowsLateness;
import cn.dandang.kit.orders.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    @Test
    void a_past_revision_that_no_history_holds_is_told() {
        assertThat(HISTORIES.missingRevisions(Set.of())).containsExactly("loan.book-returned.v1 1");
        assertThat(HISTORIES.missingRevisions(Set.of("loan.book-returned.v1 1"))).isEmpty();
    }

    /** Counts in a list that it changes in place: a state kept earlier changes with it. */
    private static final class Careless implements Decider<BookCommand, BookEvent, List<String>> {
        @Override
        public String kind() {
            return BookDecider.KIND;
        }

        @Override
        public Class<BookCommand> commands() {
            return BookCommand.class;
        }

        @Override
        public Class<BookEvent> events() {
            return BookEvent.class;
        }

        @Override
        public List<String> initial() {
            return new ArrayList<>();
        }

        @Override
        public Decision<BookEvent> decide(BookCommand order, List<String> state, Circumstances now) {
            return Decision.accept();
        }

        @Override
        public List<String> evolve(List<String> state, BookEvent event) {
            state.add(event.getClass().getSimpleName());
            return state;
        }
    }

    @Test
    void a_state_that_changes_after_it_was_kept_is_told() throws Exception {
        StoredHistories careless = StoredHistories.of(List.of(new Careless()), List.of(new ReturnedKnowsLateness()));
        List<String> wrong = new ArrayList<>();
        careless.check("careless", Files.readString(Path.of("src/test/resources/histories/returned-before-lateness.jsonl")), wrong);
        assertThat(wrong).anyMatch(said -> said.contains("from a state kept after"));
    }
}
