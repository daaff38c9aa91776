package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.Map;

/**
 * a cadre is cleared of what was said of him, and does not stay blocked. In Shandong what rested on the fact is undone by itself
 * (鲁·四·1); in Weihai, which inherits that clause, a person is asked, and the place's own clause owes him a talk (威·六·18).
 */
final class ClearedScenario implements Scenario {
    private static final String REPORTS = "/api/clarification/v1/reports";
    private static final String ASSESSMENTS = "/api/clarification/v1/clarification-assessments";
    private static final String CASES = "/api/clarification/v1/clarification-cases";

    @Override
    public String name() {
        return "X-13 澄清正名";
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Play shandong = new Play(stage, "shandong");
        FloodNight there = blocked(shandong);
        clear(shandong, there);
        undone(shandong, there);
        Answer again = shandong.create("assessor", "/api/assessment/v1/negative-evaluations",
                Map.of("cadre", shandong.person("cadre"), "factId", there.fact, "kind", "ANNUAL", "judgement", "同一事实再次录入。", "source", "年度考核材料（演示）"));
        stage.expect().refused("山东: nothing can be entered on the fact again", 422, "refused-by-rule", again);
        stage.expect().that("山东: the clause is in the refusal", again.text().contains("鲁·四·1"), again);

        Play weihai = new Play(stage, "weihai");
        FloodNight here = blocked(weihai);
        clear(weihai, here);
        answered(weihai, "selector", "assessment", here.evaluation, "威海: whether the evaluation is annulled is a question to a person");
        answered(weihai, "selector", "incentive", here.nomination, "威海: whether the hold is released is a question to a person");
        undone(weihai, here);
        weihai.eventually("威海: a talk is owed to him, as care (威·六·18, OWN)", "party", "/api/incentive/v1/talks?limit=200", answer ->
                Play.item(answer, "state", "DUE").filter(talk -> Play.text(talk, "ground.support").equals("OWN") && Play.text(talk, "ground.clauses.0.place").equals("威·六·18")).isPresent());
    }

    private static FloodNight blocked(Play place) {
        FloodNight night = new FloodNight(place);
        night.fact();
        night.evaluationAndHold();
        night.reportedByName();
        return night;
    }

    /** Found untrue, assessed, proposed, approved by somebody else with range and manner, issued. */
    private static void clear(Play place, FloodNight night) throws InterruptedException {
        Expectations expect = place.expect();
        String report = REPORTS + "/" + night.report;
        String allegation = place.read("reports", report).text("allegations.0.id");
        place.changed(place.place() + ": verification finds the allegation untrue", "reports", report, "verification", Map.of("allegation", allegation, "result", "UNFOUNDED", "reasons", "经查不属实（演示）。"));
        String assessment = found(place, ASSESSMENTS, "report", night.report);
        place.changed(place.place() + ": clarification is sought", "reports", ASSESSMENTS + "/" + assessment, "clarification", Map.of("reason", "严重失实，影响其工作（演示）。"));
        String clarification = CASES + "/" + found(place, CASES, "assessment", assessment);
        Map<String, String> form = Map.of("range", "所在单位全体干部（演示）", "manner", "会议与书面（演示）");
        expect.refused(place.place() + ": who proposed it does not approve it", 403, "own-case", place.change("reports", clarification, "approval", form));
        place.changed(place.place() + ": somebody else approves range and manner", "reports2", clarification, "approval", form);
        place.changed(place.place() + ": the clarification is issued", "reports", clarification, "issue", Map.of());
        expect.refused(place.place() + ": an investigator has no seat at the desk of reports", 403, "forbidden-role", place.as("investigator").get(CASES));
    }

    private static String found(Play place, String list, String field, String value) throws InterruptedException {
        Answer answer = place.expect().eventually(place.place() + ": it is in the list " + list.substring(list.lastIndexOf('/') + 1), () -> place.read("reports", list + "?limit=200"),
                seen -> Play.item(seen, field, value).isPresent());
        return Play.item(answer, field, value).map(item -> Play.text(item, "id")).orElse("");
    }

    /** He does not stay blocked, and no view that works with him shows that there was anything. */
    private static void undone(Play place, FloodNight night) throws InterruptedException {
        place.eventually(place.place() + ": the hold on the nomination is released", "awarder", night.nominationPath(), answer -> answer.text("state").equals("PROPOSED"));
        place.eventually(place.place() + ": the evaluation is out of every working view", "assessor", "/api/assessment/v1/negative-evaluations/" + night.evaluation, answer -> answer.status() == 404);
        String dossier = "/api/oversight/v1/dossiers/" + place.person("cadre");
        place.eventually(place.place() + ": he himself sees that he was cleared", "cadre", dossier, answer -> answer.text().contains("clarification.issued.v1"));
        Answer working = place.read("selector", dossier);
        place.expect().that(place.place() + ": a selector's view shows nothing of it", working.ok() && !working.text().contains("clarification.") && !working.text().contains(night.evaluation), working);
    }

    /** Answers the open question about one target. */
    private static void answered(Play place, String role, String service, String target, String what) throws InterruptedException {
        String questions = "/api/" + service + "/v1/questions";
        Answer open = place.eventually(what, role, questions + "?state=OPEN&limit=200", answer -> Play.item(answer, "target", target).isPresent());
        Play.item(open, "target", target).ifPresent(question -> place.changed(place.place() + ": he accepts, with a reason", role, questions + "/" + Play.text(question, "id"), "answer",
                Map.of("accept", true, "reason", "省级条款要求消除负面影响（演示）。")));
    }
}
