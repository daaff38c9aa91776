package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.stack.LocalStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** What others put on file about the flood night in Weihai, through the API, while somebody else works at the console. */
public final class FloodNightFile {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Expectations expect = new Expectations(new PrintStream(told, true, StandardCharsets.UTF_8));
    private final Play weihai;
    private final FloodNight night;

    public FloodNightFile(Api api, LocalStack stack, Accounts accounts) {
        weihai = new Play(new Stage(api, stack, new BusinessTime(stack.bootstrap()), accounts, expect), "weihai");
        night = new FloodNight(weihai);
        expect.begin("weihai");
    }

    /** The legal date. */
    public LocalDate today() {
        return night.today();
    }

    /** Takes up the case that was opened at the console: its fact, its check. */
    public void opened(String accountabilityCase) {
        night.accountability = accountabilityCase;
        Answer seen = weihai.read("investigator", night.accountabilityPath());
        night.fact = seen.text("factId");
        night.toleranceCase = seen.text("toleranceCase");
        expect.that("the check opens together with accountability", !night.toleranceCase.isEmpty(), seen);
        requireAll();
    }

    /** A negative evaluation that cites the fact, a nomination on hold for it, a report by real name. */
    public void heldAgainstHim() {
        night.evaluationAndHold();
        night.reportedByName();
        requireAll();
    }

    /** Every item of the test, but what is said otherwise as that night was. */
    public void findings() {
        night.findings(Map.of());
        requireAll();
    }

    /** Waits until assessment and award have followed the decision. */
    public void effects() throws InterruptedException {
        weihai.eventually("the evaluation is annulled", "cadre", "/api/assessment/v1/negative-evaluations/" + night.evaluation, answer -> answer.text("state").equals("ANNULLED"));
        weihai.eventually("the hold is released", "awarder", night.nominationPath(), answer -> answer.text("state").equals("PROPOSED"));
        weihai.eventually("the dossier follows", "cadre", "/api/oversight/v1/dossiers/" + weihai.person("cadre"), answer -> answer.text().contains("incentive.nomination-released.v1"));
        requireAll();
    }

    public String toleranceCase() {
        return night.toleranceCase;
    }

    public String evaluation() {
        return night.evaluation;
    }

    public String nomination() {
        return night.nomination;
    }

    public String fact() {
        return night.fact;
    }

    private void requireAll() {
        if (expect.failed() > 0) {
            throw new AssertionError(told.toString(StandardCharsets.UTF_8));
        }
    }
}
