package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
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

    /** The fact is recorded, an evaluation cites it, a nomination is held for it. */
    public void enters() {
        night.fact();
        night.evaluationAndHold();
    }

    public void isReportedByName() {
        night.reportedByName();
    }

    /** Everything up to the moment when the body can decide. */
    public void isExamined() {
        night.openAccountability();
        night.situationFoundInCase();
        night.findings(Map.of());
        night.statement();
    }

    /** Person and bureau are exempted, with thirty days to correct. */
    public void isTolerated() {
        play.expect().taken("the body exempts bureau and person", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
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
