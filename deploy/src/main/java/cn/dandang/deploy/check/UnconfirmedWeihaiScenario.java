package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;

/** The path in Weihai with no reading confirmed: exemption and correction work on Weihai's own clauses, and each inherited effect ends as a question to a person. */
final class UnconfirmedWeihaiScenario implements Scenario {

    @Override
    public String name() {
        return "威海, nothing confirmed";
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Play weihai = new Play(stage, "weihai");
        Expectations expect = stage.expect();
        FloodNight night = new FloodNight(weihai);
        night.fact();
        night.evaluationAndHold();
        night.reportedByName();
        Answer opened = night.openAccountability();
        expect.that("no check opens by itself with accountability (鲁·三·2 is INHERITED and not confirmed)", opened.text("toleranceCase").isEmpty(), opened);
        question(weihai, "decider", "tolerance", "鲁·三·2", "whether the check opens with accountability is a question to a person");
        night.situationFound("weihai.situation.6");
        expect.that("the check opens when a situation is found (威·四·11, OWN)", !night.toleranceCase.isEmpty());
        Answer file = weihai.read("investigator", night.casePath());
        expect.equal("its support is OWN", "OWN", file.text("ground.support"));
        night.findings(Map.of());
        night.statement();
        expect.equal("exemption of the person is permitted on Weihai's own clauses", "ALLOWED", night.permission("EXEMPT", "PERSON"));
        weihai.expect().taken("the body exempts bureau and person, with the correction in the same decision (威·四·12, 威·四·13)", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
        expect.that("the correction order exists", !night.task().isEmpty());
        question(weihai, "selector", "assessment", "鲁·三·3", "whether the negative evaluation is annulled is a question to a person");
        question(weihai, "selector", "incentive", "鲁·三·3", "whether the hold is released is a question to a person");
        question(weihai, "reports", "clarification", "鲁·四·1", "whether the reporter is told is a question inside clarification");
        expect.equal("the evaluation stands until a person answers", "ENTERED", weihai.read("assessor", "/api/assessment/v1/negative-evaluations/" + night.evaluation).text("state"));
        expect.equal("the hold stands until a person answers", "HELD", weihai.read("awarder", night.nominationPath()).text("state"));
    }

    /** An open question in a service that shows the upper clause beside the own side. */
    private static void question(Play play, String role, String service, String place, String what) throws InterruptedException {
        play.eventually(what + ", with both clauses side by side", role, "/api/" + service + "/v1/questions", answer -> {
            for (var question : answer.at("items")) {
                boolean open = Play.text(question, "state").equals("OPEN");
                for (var clause : question.at("/upperClauses")) {
                    if (open && Play.text(clause, "place").equals(place)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }
}
