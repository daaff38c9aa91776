package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;

/** T-06: Guizhou. Situation 5 turns on the later report; the outcomes are LOST and nothing is filled in from Anhui. */
final class GuizhouScenario implements Scenario {

    @Override
    public String name() {
        return "T-06 贵州";
    }

    @Override
    public void play(Stage stage) {
        Play guizhou = new Play(stage, "guizhou");
        Expectations expect = stage.expect();
        FloodNight night = new FloodNight(guizhou);
        night.fact();
        Answer opened = night.openAccountability();
        expect.that("the check opens with accountability (黔·五·13)", !opened.text("toleranceCase").isEmpty(), opened);
        night.findings(Map.of("guizhou.situation.5.report", "NOT_MET", "guizhou.situation.6", "NOT_MET"));
        night.statement();
        Answer without = guizhou.read("decider", night.casePath() + "/assessment");
        expect.that("without the later report situation 5 does not hold (黔·五·12)", !holds(without, "guizhou.situation.5"), without);
        expect.taken("the report is found after all", night.finding("guizhou.situation.5.report", "MET"));
        Answer assessment = guizhou.read("decider", night.casePath() + "/assessment");
        expect.that("with it the situation holds", holds(assessment, "guizhou.situation.5"), assessment);
        expect.equal("the outcomes are LOST", "LOST", night.permission("EXEMPT", "PERSON"));
        expect.that("the page relies on the centre (中·四) and quotes no other province", assessment.text().contains("中·四") && !assessment.text().contains("皖·四"), assessment);
        Map<String, Object> exempt = night.exempt(List.of("PERSON"), 20);
        exempt.put("otherRule", "中·四");
        expect.taken("a person decides, and says by which rule", night.decide(exempt));
        Answer decided = guizhou.read("decider", night.casePath());
        expect.that("objective evaluation and fair selection are INFERRED", decided.text().contains("OBJECTIVE_EVALUATION") && decided.text().contains("INFERRED"), decided.at("effects"));
    }

    private static boolean holds(Answer assessment, String item) {
        for (var group : assessment.at("groups")) {
            for (var entry : group.at("/items")) {
                if (Play.text(entry, "itemId").equals(item)) {
                    return Play.text(entry, "holds").equals("HOLDS");
                }
            }
        }
        return false;
    }
}
