package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints one line for each expectation, {@code ok …} or {@code FAILED …}, and counts them. */
public final class Expectations {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final PrintStream out;
    private String scenario = "";
    private int passed;
    private int failed;

    public Expectations(PrintStream out) {
        this.out = out;
    }

    void begin(String name) {
        scenario = name;
    }

    public int passed() {
        return passed;
    }

    public int failed() {
        return failed;
    }

    /** Expects that something holds; returns whether it does. */
    public boolean that(String what, boolean holds) {
        return tell(what, holds, "");
    }

    /** Expects that something holds; {@code seen} is printed when it does not. */
    public boolean that(String what, boolean holds, Object seen) {
        return tell(what, holds, " — was: " + seen);
    }

    public boolean equal(String what, @Nullable Object expected, @Nullable Object actual) {
        return tell(what, Objects.equals(expected, actual), " — expected: " + expected + ", was: " + actual);
    }

    /** Expects an answer with this status and hands it back. */
    public Answer status(String what, int expected, Answer answer) {
        tell(what, answer.status() == expected, " — expected: " + expected + ", was: " + answer);
        return answer;
    }

    /** Expects that an order is taken and hands the answer back. */
    public Answer taken(String what, Answer answer) {
        tell(what, answer.ok(), " — was: " + answer);
        return answer;
    }

    /** Expects that an order is refused with this problem in both languages and hands the answer back. */
    public Answer refused(String what, int status, String problem, Answer answer) {
        boolean both = !answer.text("messages.zh").isEmpty() && !answer.text("messages.en").isEmpty();
        tell(what, answer.status() == status && answer.problem().equals(problem) && both, " — expected: " + status + " " + problem + ", was: " + answer);
        return answer;
    }

    /** Asks again until the answer is as wanted, at most twenty seconds; hands the last answer back. */
    public <T> T eventually(String what, Supplier<T> asking, Predicate<T> wanted) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        T seen = asking.get();
        while (!wanted.test(seen) && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(50);
            seen = asking.get();
        }
        tell(what, wanted.test(seen), " — after " + PATIENCE.toSeconds() + " s was: " + seen);
        return seen;
    }

    private boolean tell(String what, boolean holds, String otherwise) {
        out.println((holds ? "ok     " : "FAILED ") + scenario + ": " + what + (holds ? "" : otherwise));
        if (holds) {
            passed++;
        } else {
            failed++;
        }
        return holds;
    }
}
