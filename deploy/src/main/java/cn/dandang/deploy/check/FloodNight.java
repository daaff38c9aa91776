package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flood night: a deputy director has a side channel opened in sole decision (威·四·12, situation 6), after logged telephone consent of
 * the flood headquarters, on the duty hydrologist's written estimate, with a written report next morning. His error: a pumping house was
 * not cleared; a small loss, repaired and paid for in nine days. The same facts are played in every place.
 */
final class FloodNight {
    private static final String CASES = "/api/tolerance/v1/tolerance-cases/";
    private static final String ACCOUNTABILITY = "/api/tolerance/v1/accountability-cases/";

    final Play play;
    String fact = "";
    String evaluation = "";
    String nomination = "";
    String report = "";
    String accountability = "";
    String toleranceCase = "";

    FloodNight(Play play) {
        this.play = play;
    }

    String casePath() {
        return CASES + toleranceCase;
    }

    String accountabilityPath() {
        return ACCOUNTABILITY + accountability;
    }

    String nominationPath() {
        return "/api/incentive/v1/award-nominations/" + nomination;
    }

    /** The fact, recorded by whoever first has to cite it. */
    void fact() {
        fact = play.created("the fact is recorded by its first recorder", "assessor", "/api/tolerance/v1/facts",
                Map.of("what", "防汛夜间，值班副局长独自决定打开旁侧泄洪道；事前电话请示防汛指挥机构并有录音，依据值班水文员书面测算，次日早晨书面报告；未清空一处泵房，造成少量损失，九日内修复并赔付。",
                        "where", "演示水库旁侧泄洪道（演示）", "happenedOn", play.stage().time().today().minusDays(40).toString(), "cadre", play.person("cadre"))).id();
    }

    /** What the fact is held against him for: an evaluation, and a nomination put on hold with that evaluation as the reason. */
    void evaluationAndHold() {
        evaluation = play.created("a negative evaluation cites the fact", "assessor", "/api/assessment/v1/negative-evaluations",
                Map.of("cadre", play.person("cadre"), "factId", fact, "kind", "ANNUAL", "judgement", "防汛处置中未清空泵房，造成损失。", "source", "年度考核材料（演示）")).id();
        nomination = play.created("he is nominated for an award", "awarder", "/api/incentive/v1/award-nominations",
                Map.of("cadre", play.person("cadre"), "award", "担当作为好干部（演示）")).id();
        play.changed("an award officer holds the nomination: a person's recorded act with its reason", "awarder", nominationPath(), "hold",
                Map.of("reason", "该同志有一条负面评价，待核。", "factId", fact, "basis", evaluation));
    }

    /** Somebody reports him by real name; the link from report to fact is clarification's alone. */
    void reportedByName() {
        report = play.created("someone reports him by real name", "reports", "/api/clarification/v1/reports",
                Map.of("mode", "REAL_NAME", "reporter", Map.of("name", "反映人甲（演示）", "contact", "演示电话 000-0000"), "accused", play.person("cadre"),
                        "allegations", List.of(Map.of("text", "副局长擅自开闸泄洪，损坏泵房。", "factId", fact)))).id();
    }

    Answer openAccountability() {
        Answer opened = play.created("the accountability body opens accountability", "investigator", "/api/tolerance/v1/accountability-cases",
                Map.of("cadre", play.person("cadre"), "unit", play.unit("cadre"), "factId", fact, "body", play.unit("investigator"), "proposedMeasure", "诫勉"));
        accountability = opened.id();
        Answer seen = play.read("investigator", accountabilityPath());
        toleranceCase = seen.text("toleranceCase");
        return seen;
    }

    /** The investigators record the situation; where no check is open yet it opens with this. */
    Answer situationFound(String item) {
        Answer found = play.changed("the investigators record that a situation is found: " + item, "investigator", accountabilityPath(), "situations-found",
                Map.of("itemId", item, "evidence", List.of("防汛指挥机构电话录音登记（演示）", "值班水文员书面测算（演示）")));
        toleranceCase = play.read("investigator", accountabilityPath()).text("toleranceCase");
        return found;
    }

    /** The same where the check is open already: an ordinary finding. */
    void situationFoundInCase() {
        play.expect().taken("the investigators record that situation 6 is found", finding("weihai.situation.6", "MET"));
    }

    Answer finding(String item, String result) {
        return play.change("investigator", casePath(), "findings", Map.of("itemId", item, "result", result, "evidence", List.of("核实材料（演示）：" + item)));
    }

    /** Every item that the place's test asks for, with what was found that night; {@code other} says what was found otherwise. */
    void findings(Map<String, String> other) {
        List<String> refused = new ArrayList<>();
        int recorded = 0;
        for (String item : asked()) {
            String result = other.getOrDefault(item, usual(item));
            Answer answer = finding(item, result);
            if (answer.ok()) {
                recorded++;
            } else {
                refused.add(item + ": " + answer);
            }
        }
        play.expect().that("every item of the test is recorded with evidence, one by one (" + recorded + ")", refused.isEmpty() && recorded > 0, refused);
    }

    private Set<String> asked() {
        Set<String> items = new java.util.LinkedHashSet<>();
        play.read("investigator", casePath() + "/assessment").at("groups").forEach(group -> group.at("/items").forEach(item -> items.add(item.at("/itemId").asString())));
        return items;
    }

    /** What was found that night: sole decision, so the procedure is near at best where a place asks for a democratic one. */
    private static String usual(String item) {
        if (item.startsWith("anhui.element.")) {
            return "GOOD_POLE";
        }
        if (item.startsWith("weihai.situation.")) {
            return item.equals("weihai.situation.6") ? "MET" : item.equals("weihai.situation.9") ? "NEAR" : "NOT_MET";
        }
        if (item.startsWith("guizhou.situation.")) {
            return item.equals("guizhou.situation.5") || item.equals("guizhou.situation.5.report") || item.equals("guizhou.situation.6") ? "MET" : "NOT_MET";
        }
        return item.equals("shandong.condition.2") ? "NEAR" : "MET";
    }

    void statement() {
        play.changed("the cadre's own statement is on file", "cadre", casePath(), "statements", Map.of("text", "当晚水位上涨很快，我已请示并记录，疏忽在于没有通知清空泵房，愿意改正。", "declined", false));
    }

    Map<String, Object> meeting() {
        return Map.of("date", play.stage().time().today().toString(), "members", List.of(play.person("decider"), play.person("decider2")), "recused", List.of(), "minutesNumber", "演纪〔演示〕1号");
    }

    Map<String, Object> correction(int days) {
        return Map.of("items", List.of("修订泄洪前人员和设施清空清单", "对泵房管理人员补做培训"), "demands", "限期完成并书面报送整改情况", "limit", play.stage().time().today().plusDays(days).toString());
    }

    /** Exempt, with the four groups named and the correction in the same decision. */
    Map<String, Object> exempt(List<String> subjects, int days) {
        Map<String, Object> body = new HashMap<>();
        body.put("outcome", "EXEMPT");
        body.put("subjects", subjects);
        body.put("meeting", meeting());
        body.put("effectGroups", List.of("PROMOTION_RANK_TITLE", "PARTY_CONDUCT_AND_DEVELOPMENT", "ASSESSMENT_AND_AWARDS", "DELEGATE_AND_RESERVE"));
        body.put("reasons", "处置突发险情中临机决断，事前请示、事后报告，没有谋取私利，损失已挽回。");
        body.put("correction", correction(days));
        return body;
    }

    Map<String, Object> refuse(String reasons) {
        Map<String, Object> body = new HashMap<>();
        body.put("outcome", "REFUSE");
        body.put("subjects", List.of("PERSON"));
        body.put("meeting", meeting());
        body.put("reasons", reasons);
        return body;
    }

    Answer decide(Map<String, Object> body) {
        return play.change("decider", casePath(), "decision", body);
    }

    /** The permission of an outcome for a subject, as 判定依据 shows it. */
    String permission(String outcome, String subject) {
        for (var entry : play.read("decider", casePath() + "/assessment").at("outcomes")) {
            if (Play.text(entry, "outcome").equals(outcome) && Play.text(entry, "subject").equals(subject)) {
                return Play.text(entry, "permission");
            }
        }
        return "";
    }

    String task() {
        return play.read("decider", casePath()).text("decision.rectificationTask");
    }

    LocalDate today() {
        return play.stage().time().today();
    }
}
