package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;

/** R-10 and B-23: while a red-line finding stands, nothing exempts; when it falls, the case goes on. */
final class RedLineScenario implements Scenario {

    @Override
    public String name() {
        return "red line 威海";
    }

    @Override
    public void play(Stage stage) {
        Play weihai = new Play(stage, "weihai");
        Expectations expect = stage.expect();
        FloodNight night = new FloodNight(weihai);
        night.fact();
        night.openAccountability();
        night.situationFoundInCase();
        night.findings(Map.of());
        Map<String, Object> finding = Map.of("line", "EXPRESS_PROHIBITION",
                "clause", Map.of("rule", "某防汛管理规定（演示）", "place", "第十条", "words", "不得擅自启闭闸门", "number", "演示〔2020〕1号", "date", "2020-01-01"),
                "evidence", List.of("操作记录（演示）"), "secondInvestigator", weihai.person("investigator2"), "shownToCadre", true);
        expect.refused("a finding follows his statement", 422, "refused-by-rule", weihai.change("investigator", night.casePath(), "red-line-findings", finding));
        night.statement();
        Map<String, Object> alone = new java.util.HashMap<>(finding);
        alone.put("secondInvestigator", weihai.person("investigator"));
        expect.that("one investigator alone does not sign it", !weihai.change("investigator", night.casePath(), "red-line-findings", alone).ok());
        weihai.changed("two investigators find that an express prohibition was crossed", "investigator", night.casePath(), "red-line-findings", finding);
        Answer refused = expect.refused("while it stands nothing exempts", 422, "refused-by-rule", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
        expect.that("the clause is in the refusal", refused.at("clauses").size() > 0, refused);
        expect.equal("判定依据 says so too", "REFUSED_BY_RULE", night.permission("EXEMPT", "PERSON"));
        String redLine = weihai.read("decider", night.casePath()).text("redLines.0.id");
        weihai.changed("new evidence: the finding falls", "decider", night.casePath(), "red-line-findings/" + redLine + "/withdrawal",
                Map.of("basis", "NEW_EVIDENCE", "reason", "防汛指挥机构书面说明当晚已授权。", "evidence", List.of("书面说明（演示）")));
        expect.equal("exemption may be decided again", "ALLOWED", night.permission("EXEMPT", "PERSON"));
        Map<String, Object> own = night.exempt(List.of("PERSON", "UNIT"), 30);
        expect.that("the cadre himself does not decide", !weihai.change("cadre", night.casePath(), "decision", own).ok());
    }
}
