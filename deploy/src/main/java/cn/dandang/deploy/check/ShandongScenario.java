package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;

/** T-03: the same facts in a Shandong provincial department. No application is stated: the paper is attached; purpose gate and six conditions one by one. */
final class ShandongScenario implements Scenario {

    @Override
    public String name() {
        return "T-03 山东";
    }

    @Override
    public void play(Stage stage) {
        Play shandong = new Play(stage, "shandong");
        Expectations expect = stage.expect();
        FloodNight night = new FloodNight(shandong);
        night.fact();
        Answer opened = night.openAccountability();
        expect.that("the check opens with accountability, on Shandong's own clause (鲁·三·2)", !opened.text("toleranceCase").isEmpty(), opened);
        expect.equal("its support is OWN", "OWN", shandong.read("investigator", night.casePath()).text("ground.support"));
        Answer applied = shandong.created("a paper handed in is attached to the check", "cadre", "/api/tolerance/v1/tolerance-cases",
                Map.of("factId", night.fact, "cadre", shandong.person("cadre"), "unit", shandong.unit("cadre"), "applicant", "CADRE", "grounds", "请求容错。"));
        expect.equal("no application comes of it", "ATTACHED_PAPER", applied.text("treatment"));
        expect.that("the words never say that he has no right", !applied.text("message.zh").contains("无权") && !applied.text("message.zh").contains("没有权利"), applied);
        expect.that("the paper is on file", shandong.read("investigator", night.casePath()).at("papers").size() == 1);
        night.findings(Map.of("shandong.condition.3", "NOT_MET"));
        night.statement();
        Answer assessment = shandong.read("decider", night.casePath() + "/assessment");
        expect.that("purpose gate and six conditions stand one by one", assessment.text().contains("shandong.purpose") && assessment.text().contains("shandong.condition.6"), assessment);
        expect.that("how the six combine is asked", assessment.text().contains("shandong.six-conditions-combination"), assessment.at("questions"));
        expect.taken("the body refuses", night.decide(night.refuse("综合六项条件，不予容错。")));
        Answer file = shandong.read("decider", night.casePath());
        expect.that("the refusal has to be explained (鲁·三·2)", file.at("duties").toString().contains("EXPLAIN_REFUSAL"), file.at("duties"));
        shandong.changed("it is explained", "decider", night.casePath(), "refusal-explanation", Map.of("text", "第三项条件不符合，理由如下（演示）。"));
        weihaiApplies(stage, expect);
    }

    private static void weihaiApplies(Stage stage, Expectations expect) {
        Play weihai = new Play(stage, "weihai");
        FloodNight night = new FloodNight(weihai);
        night.fact();
        Answer applied = weihai.created("T-03 威海: the same paper is an application (威·四·11)", "cadre", "/api/tolerance/v1/tolerance-cases",
                Map.of("factId", night.fact, "cadre", weihai.person("cadre"), "unit", weihai.unit("cadre"), "applicant", "CADRE", "grounds", "符合第六种情形，请求容错。"));
        night.toleranceCase = applied.id();
        expect.equal("by Weihai's own clause", "APPLICATION/OWN", applied.text("treatment") + "/" + weihai.read("cadre", night.casePath()).text("ground.support"));
        expect.equal("to the body that manages him, as registered", weihai.unit("investigator"), weihai.read("cadre", night.casePath()).text("body.id"));
    }
}
