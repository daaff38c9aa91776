package cn.dandang.kit.loan;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A book: bought, lent, returned. */
public final class BookDecider implements Decider<BookDecider.BookCommand, BookDecider.BookEvent, BookDecider.Book> {
    public static final String KIND = "book";
    public static final Citation RULE = new Citation("馆", "馆·三·1", "每书一次借与一人");

    public sealed interface BookCommand extends Command {
        record Buy(String stream, String title) implements BookCommand {}

        record Lend(String stream, String reader, Sealed<String> note) implements BookCommand {}

        record Return(String stream) implements BookCommand {}

        record Inspect(String stream) implements BookCommand {}
    }

    public sealed interface BookEvent extends DomainEvent {
        @EventName("loan.book-bought.v1")
        record Bought(String title, String jurisdiction) implements BookEvent {}

        @EventName("loan.book-lent.v1")
        record Lent(String reader, Sealed<String> note, LocalDate on, List<String> factIds, Ground ground) implements BookEvent {}

        @EventName(value = "loan.book-returned.v1", revision = 2)
        record Returned(LocalDate on, boolean late) implements BookEvent {}
    }

    public record Book(boolean owned, @Nullable String reader, int loans, @Nullable Sealed<String> note) {}

    public sealed interface BookRefusal extends Refusal {
        record NotOurs() implements BookRefusal {
            @Override
            public String slug() {
                return "not-found";
            }

            @Override
            public Message message() {
                return Message.of("馆内没有这本书。", "The library does not have this book.");
            }
        }

        record AlreadyLent() implements BookRefusal {
            @Override
            public String slug() {
                return "refused-by-rule";
            }

            @Override
            public Message message() {
                return Message.of("这本书已借出。", "This book is lent already.");
            }

            @Override
            public List<Citation> clauses() {
                return List.of(RULE);
            }
        }

        record NotLent() implements BookRefusal {
            @Override
            public String slug() {
                return "wrong-state";
            }

            @Override
            public Message message() {
                return Message.of("这本书没有借出。", "This book is not lent.");
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
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
    public Book initial() {
        return new Book(false, null, 0, null);
    }

    @Override
    public Decision<BookEvent> decide(BookCommand order, Book book, Circumstances now) {
        Optional<Refusal> role = Require.role(now.actor(), Role.ORG_OFFICER);
        if (role.isPresent()) {
            return Decision.refuse(role.get());
        }
        if (!(order instanceof BookCommand.Buy) && !book.owned()) {
            return Decision.refuse(new BookRefusal.NotOurs());
        }
        return switch (order) {
            case BookCommand.Buy buy -> Decision.accept(new BookEvent.Bought(buy.title(), now.actor().jurisdiction()));
            case BookCommand.Lend lend -> book.reader() != null ? Decision.refuse(new BookRefusal.AlreadyLent())
                    : Decision.accept(new BookEvent.Lent(lend.reader(), lend.note(), now.today(), List.of("fact-of-" + lend.reader()),
                            new Ground("loan.one-reader", Support.OWN, List.of(RULE), null, false, now.policy().rulesVersion())));
            case BookCommand.Return done -> book.reader() == null ? Decision.refuse(new BookRefusal.NotLent()) : Decision.accept(new BookEvent.Returned(now.today(), false));
            case BookCommand.Inspect inspect -> Decision.accept(List.of());
        };
    }

    /** For the tests of the archive a book's matter ends when it comes back. */
    @Override
    public boolean closed(Book book) {
        return book.loans() > 0 && book.reader() == null;
    }

    @Override
    public Book evolve(Book book, BookEvent event) {
        return switch (event) {
            case BookEvent.Bought bought -> new Book(true, null, 0, null);
            case BookEvent.Lent lent -> new Book(true, lent.reader(), book.loans() + 1, lent.note());
            case BookEvent.Returned returned -> new Book(true, null, book.loans(), null);
        };
    }
}
