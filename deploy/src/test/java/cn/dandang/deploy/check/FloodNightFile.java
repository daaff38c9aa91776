package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.stack.LocalStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What others put on file about the flood night in Weihai, through the API, while somebody else works at the console. Each step must succeed. */
public final class FloodNightFile {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Expectations expect = new Expectations(new PrintStream(told, true, StandardCharsets.UTF_8));
    private final Matter matter;

    public FloodNightFile(Api api, LocalStack stack, Accounts accounts) {
        matter = new Matter(new Stage(api, stack, new BusinessTime(stack.bootstrap()), accounts, expect), "weihai");
        expect.begin("weihai");
    }

    /** What it is about. */
    public Matter matter() {
        return matter;
    }

    /** Takes up the case that was opened at the console: its fact, its check. */
    public void opened(String accountabilityCase) {
        matter.isTakenUp(accountabilityCase);
        requireAll();
    }

    /** A negative evaluation that cites the fact, a nomination on hold for it, a report by real name. */
    public void heldAgainstHim() {
        matter.isHeldAgainstHim();
        matter.isReportedByName();
        requireAll();
    }

    /** Every item of the test, but what is said otherwise as that night was. */
    public void findings() {
        matter.isFound();
        requireAll();
    }

    /** Waits until assessment and award have followed the decision. */
    public void effects() throws InterruptedException {
        matter.hasItsEffects();
        requireAll();
    }

    private void requireAll() {
        if (expect.failed() > 0) {
            throw new AssertionError(told.toString(StandardCharsets.UTF_8));
        }
    }
}
