package cn.dandang.kit.app;

import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/loan/v1")
class LoanController {
    private final Orders orders;
    private final BookDecider books;
    private final PersonalData personal;
    private final Ids ids;
    private final Acts acts;

    LoanController(Orders orders, BookDecider books, PersonalData personal, Ids ids, Acts acts) {
        this.orders = orders;
        this.books = books;
        this.personal = personal;
        this.ids = ids;
        this.acts = acts;
    }

    record BuyRequest(@NotBlank String title, @Nullable LocalDate boughtOn) {}

    record LendRequest(@NotBlank String reader, @NotBlank String note) {}

    record BookAnswer(String id, long version, @Nullable String reader, @Nullable String note) {}

    @PostMapping("/books")
    ResponseEntity<Answer> buy(@Valid @RequestBody BuyRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new BookCommand.Buy(ids.stream(BookDecider.KIND), body.title()))));
    }

    @PostMapping("/books/{id}/loan")
    ResponseEntity<Answer> lend(@PathVariable String id, @Valid @RequestBody LendRequest body, Change in) {
        return Answers.done(orders.send(in.order(new BookCommand.Lend(stream(id), body.reader(), personal.seal("person:" + body.reader(), id, "note", body.note())))));
    }

    @PostMapping("/books/{id}/crash")
    ResponseEntity<Answer> crash(@PathVariable String id, Change in) {
        throw new IllegalStateException("password=secret in " + id);
    }

    @GetMapping("/books/{id}")
    @Recorded
    ResponseEntity<BookAnswer> book(@PathVariable String id, Actor actor) {
        BookDecider.Book book = orders.state(stream(id), books);
        if (!book.owned()) {
            throw ProblemException.notFound("图书", "book", id);
        }
        long version = orders.version(stream(id));
        return Answers.found(new BookAnswer(id, version, book.reader(), personal.textOrNull(book.note())), version);
    }

    @GetMapping("/books/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(@PathVariable String id, Actor actor) {
        return acts.of(actor)
                .ask("loan", "借出", "Lend", new BookCommand.Lend(stream(id), "r", cn.dandang.kit.loan.Library.note()))
                .ask("return", "归还", "Take back", new BookCommand.Return(stream(id)))
                .list();
    }

    @GetMapping("/numbers")
    Listing<Integer> numbers(Cursor cursor) {
        int begin = cursor.after() == null ? 0 : Integer.parseInt(cursor.after()) + 1;
        List<Integer> rows = java.util.stream.IntStream.range(begin, Math.min(120, begin + cursor.limit() + 1)).boxed().toList();
        return Listing.of(rows, cursor, String::valueOf, number -> number, 7);
    }

    private static String stream(String id) {
        return Streams.of(BookDecider.KIND, Requests.id(id, "图书", "book"));
    }
}
