package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The flood night as other tests play it, one step after the other. */
public final class Matter {
    private final Play play;
    private final FloodNight night;

    public Matter(Stage stage, String place) {
        play = new Play(stage, place);
        night = new FloodNight(play);
    }

    /** The legal date. */
    public LocalDate today() {
        return night.today();
    }

    /** The fact is recorded, an evaluation cites it, a nomination is held for it. */
    public void enters() {
        night.fact();
        isHeldAgainstHim();
    }

    /** Goes on with a case that somebody else opened: its fact, its check. */
    public void isTakenUp(String accountabilityCase) {
        night.accountability = accountabilityCase;
        Answer seen = play.read("investigator", night.accountabilityPath());
        night.fact = seen.text("factId");
        night.toleranceCase = seen.text("toleranceCase");
        play.expect().that("the check opens together with accountability", !night.toleranceCase.isEmpty(), seen);
    }

    /** An evaluation cites the fact, a nomination is held for it. */
    public void isHeldAgainstHim() {
        night.evaluationAndHold();
    }

    public void isReportedByName() {
        night.reportedByName();
    }

    /** Everything up to the moment when the body can decide. */
    public void isExamined() {
        night.openAccountability();
        night.situationFoundInCase();
        isFound();
        night.statement();
    }

    /** Every item of the test, as that night was. */
    public void isFound() {
        night.findings(Map.of());
    }

    /** Person and bureau are exempted, with thirty days to correct. */
    public void isTolerated() {
        play.expect().taken("the body exempts bureau and person", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
    }

    /** Waits until assessment, award and dossier have followed the decision. */
    public void hasItsEffects() throws InterruptedException {
        eventually("the evaluation is annulled", "cadre", "/api/assessment/v1/negative-evaluations/" + night.evaluation, answer -> answer.text("state").equals("ANNULLED"));
        eventually("the hold is released", "awarder", night.nominationPath(), answer -> answer.text("state").equals("PROPOSED"));
        eventually("the dossier follows", "cadre", "/api/oversight/v1/dossiers/" + play.person("cadre"), answer -> answer.text().contains("incentive.nomination-released.v1"));
    }

    /** Asks an account of the place until the answer is as wanted. */
    public Answer eventually(String what, String role, String path, Predicate<Answer> wanted) throws InterruptedException {
        return play.eventually(what, role, path, wanted);
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

    public String report() {
        return night.report;
    }

    public String toleranceCase() {
        return night.toleranceCase;
    }

    public String accountability() {
        return night.accountability;
    }

    public String task() {
        return night.task();
    }
}
