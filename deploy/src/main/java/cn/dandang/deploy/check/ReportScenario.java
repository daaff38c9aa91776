package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** T-19: a report that finds no evidence. Real name: feedback; anonymous: an explanation in a range; where the documents are silent a person records which rule he looked at. */
final class ReportScenario implements Scenario {
    private static final String REPORTS = "/api/clarification/v1/reports";
    private static final String DUTIES = "/api/clarification/v1/feedback-duties";

    @Override
    public String name() {
        return "T-19 查无实据";
    }

    @Override
    public void play(Stage stage) {
        Expectations expect = stage.expect();
        Play shandong = new Play(stage, "shandong");
        String named = report(shandong, "REAL_NAME");
        noEvidence(shandong, named);
        JsonNode duty = duty(shandong, named);
        expect.equal("山东, real name: a feedback duty opens (鲁·四·1)", "FEEDBACK/OWN/UNSET", Play.text(duty, "kind") + "/" + Play.text(duty, "ground.support") + "/" + Play.text(duty, "limit.value"));
        expect.that("山东: it is met before the report is closed", !shandong.change("reports", REPORTS + "/" + named, "closing", Map.of()).ok());
        shandong.changed("山东: the reporter is told", "reports", DUTIES + "/" + Play.text(duty, "id"), "fulfilment", Map.of("manner", "当面反馈（演示）"));
        shandong.changed("山东: then it is closed", "reports", REPORTS + "/" + named, "closing", Map.of());

        String anonymous = report(shandong, "ANONYMOUS");
        noEvidence(shandong, anonymous);
        JsonNode explanation = duty(shandong, anonymous);
        expect.equal("山东, anonymous: an explanation within a range", "RANGE_EXPLANATION", Play.text(explanation, "kind"));
        shandong.changed("山东: it is given in a chosen range", "reports", DUTIES + "/" + Play.text(explanation, "id"), "range-explanation", Map.of("range", "所在单位班子成员（演示）"));
        Answer assessments = shandong.read("reports", "/api/clarification/v1/clarification-assessments?limit=200");
        expect.that("查无实据 opens no clarification", assessments.ok() && !assessments.text().contains(named) && !assessments.text().contains(anonymous), assessments);
        identity(shandong, named);

        Play anhui = new Play(stage, "anhui");
        String silent = report(anhui, "REAL_NAME");
        noEvidence(anhui, silent);
        Answer duties = anhui.read("reports", DUTIES);
        expect.that("安徽: not stated in these documents, the national rule is named", duties.text().contains("未载明") && duties.text().contains("检举控告工作规则"), duties);
        expect.that("安徽: nothing closes by itself", !anhui.change("reports", REPORTS + "/" + silent, "closing", Map.of()).ok());
        anhui.changed("安徽: a person records which rule he looked at", "reports", REPORTS + "/" + silent, "other-rules-consulted", Map.of("rule", "纪检监察机关处理检举控告工作规则", "result", "按该规则反馈（演示）"));
        anhui.changed("安徽: then it is closed", "reports", REPORTS + "/" + silent, "closing", Map.of());

        expect.that("the reporter is in no list", !shandong.read("reports", REPORTS).text().contains("反映人乙"));
        expect.refused("the auditor's own account opens no report", 403, "forbidden-role", stage.api().as("centre.auditor").get(REPORTS));
    }

    /** asked with a reason, approved by somebody else, opened once by who asked. */
    private static void identity(Play place, String report) {
        Expectations expect = place.expect();
        String path = REPORTS + "/" + report;
        Map<String, String> reason = Map.of("reason", "须向本人反馈（演示）。");
        expect.refused("the identity is not opened without a second approver", 409, "wrong-state", place.change("reports", path, "identity-openings", reason));
        place.changed("the protection officer asks to open it, with a reason", "reports", path, "identity-requests", reason);
        expect.refused("who asked does not approve", 403, "own-case", place.change("reports", path, "identity-approvals", reason));
        place.changed("somebody else approves, with a reason", "reports2", path, "identity-approvals", reason);
        Answer opened = place.changed("then it is opened, once", "reports", path, "identity-openings", reason);
        expect.that("and holds what was sealed", opened.text().contains("反映人乙（演示）"));
        expect.refused("a second time needs a second approval", 409, "wrong-state", place.change("reports", path, "identity-openings", reason));
    }

    private static String report(Play place, String mode) {
        Map<String, Object> body = new HashMap<>();
        body.put("mode", mode);
        if (!mode.equals("ANONYMOUS")) {
            body.put("reporter", Map.of("name", "反映人乙（演示）", "contact", "演示电话 000-0001"));
        }
        body.put("accused", place.person("party"));
        body.put("allegations", List.of(Map.of("text", "反映其在工程中打招呼（演示）。")));
        return place.created(place.place() + ": a report comes in, " + mode, "reports", REPORTS, body).id();
    }

    private static void noEvidence(Play place, String report) {
        String allegation = place.read("reports", REPORTS + "/" + report).text("allegations.0.id");
        place.changed(place.place() + ": verification finds no evidence", "reports", REPORTS + "/" + report, "verification", Map.of("allegation", allegation, "result", "NO_EVIDENCE", "reasons", "经核查查无实据（演示）。"));
    }

    private static JsonNode duty(Play place, String report) {
        return Play.item(place.read("reports", DUTIES), "report", report).orElseThrow(() -> new IllegalStateException("no duty opened for the report"));
    }
}
