package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;

/** T-02 and T-05: the flood night with a major loss. Condition 3 fails; what is left is 从轻, 减轻, and a question; a refusal leaves the question of remedies open. */
final class MajorLossScenario implements Scenario {

    @Override
    public String name() {
        return "T-02, T-05 威海, a condition fails";
    }

    @Override
    public void play(Stage stage) {
        Play weihai = new Play(stage, "weihai");
        Expectations expect = stage.expect();
        FloodNight night = new FloodNight(weihai);
        night.fact();
        night.openAccountability();
        night.situationFoundInCase();
        night.findings(Map.of("weihai.condition.3", "NOT_MET"));
        night.statement();
        expect.equal("from the reading: exemption of the person asks", "ASKS_READING", night.permission("EXEMPT", "PERSON"));
        expect.equal("exemption of the unit is refused by rule", "REFUSED_BY_RULE", night.permission("EXEMPT", "UNIT"));
        expect.equal("从轻 is offered", "ALLOWED", night.permission("LIGHTER", "PERSON"));
        expect.equal("减轻 is offered", "ALLOWED", night.permission("REDUCED", "PERSON"));
        Answer refused = night.decide(night.exempt(List.of("PERSON"), 30));
        expect.refused("an exemption asks for the reading (威·四·12)", 422, "reading-required", refused);
        expect.that("and names it", refused.text().contains("weihai.exemption-without-all-conditions"), refused);
        Map<String, Object> lighter = night.refuse("情节符合第六种情形，第三项条件不符合，决定从轻。");
        lighter.put("outcome", "LIGHTER");
        expect.refused("a mitigation names the measure proposed and the one decided", 422, "refused-by-rule", night.decide(lighter));
        lighter.put("proposedMeasure", "诫勉");
        lighter.put("decidedMeasure", "批评教育");
        expect.taken("the body decides 从轻", night.decide(lighter));
        expect.equal("both measures are kept", "诫勉/批评教育", weihai.read("decider", night.casePath()).text("decision.proposedMeasure") + "/" + weihai.read("decider", night.casePath()).text("decision.decidedMeasure"));
        refusalAndRemedies(weihai, expect);
    }

    private static void refusalAndRemedies(Play weihai, Expectations expect) {
        FloodNight other = new FloodNight(weihai);
        other.fact();
        other.openAccountability();
        other.findings(Map.of("weihai.situation.6", "NOT_MET", "weihai.situation.9", "NOT_MET"));
        other.statement();
        expect.taken("without any situation the body refuses", other.decide(other.refuse("不具备所列情形。")));
        Answer remedies = weihai.read("cadre", other.casePath() + "/remedies");
        String outcome = remedies.text("appeal.outcome");
        expect.that("whether he may appeal is not stated, never denied", outcome.equals("UNDEFINED") || outcome.equals("NOT_STATED"), remedies);
        expect.that("Anhui's clause is not used", !remedies.text().contains("皖·四·11"), remedies);
        expect.that("statutory remedies are listed by name", remedies.text().contains("公务员法") && remedies.text().contains("监察法") && remedies.text().contains("问责条例"), remedies);
        Answer pressed = weihai.changed("he presses 申诉: a question opens, no refusal", "cadre", other.casePath(), "appeals", Map.of("text", "对不予容错有不同意见。"));
        expect.that("the answer says 未载明 and never that there is none", pressed.text("message.zh").contains("未载明") && !pressed.text("message.zh").contains("没有申诉"), pressed);
        weihai.changed("a person finishes the question and records which rule he looked at", "decider", other.casePath(), "other-rules-consulted", Map.of("rule", "公务员法 第九十五条", "reason", "已告知本人可依该条提出。"));
        expect.equal("the rule is on the page", "公务员法 第九十五条", weihai.read("cadre", other.casePath() + "/remedies").text("finishedBy.rule"));
    }
}
