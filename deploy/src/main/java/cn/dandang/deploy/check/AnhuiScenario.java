package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;

/** T-04: Anhui. Application by the person, the field of error is asked, refusal with explanation, appeal decided by another member; lateness is a flag until a person finds more. */
final class AnhuiScenario implements Scenario {

    @Override
    public String name() {
        return "T-04 安徽";
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Play anhui = new Play(stage, "anhui");
        Expectations expect = stage.expect();
        FloodNight night = new FloodNight(anhui);
        night.fact();
        night.openAccountability();
        Answer applied = anhui.created("the person applies (皖·四·11)", "cadre", "/api/tolerance/v1/tolerance-cases",
                Map.of("factId", night.fact, "cadre", anhui.person("cadre"), "unit", anhui.unit("cadre"), "applicant", "CADRE", "grounds", "防汛中的失误，请求免责。"));
        expect.equal("it is an application", "APPLICATION", applied.text("treatment"));
        if (night.toleranceCase.isEmpty()) {
            night.toleranceCase = applied.id();
        }
        anhui.change("decider", night.casePath(), "acceptance", Map.of());
        anhui.changed("the field is not reform and innovation", "investigator", night.casePath(), "field-of-error", Map.of("field", "OTHER_WORK"));
        night.findings(Map.of("anhui.element.3", "BAD_POLE"));
        night.statement();
        Answer asked = anhui.read("decider", night.casePath() + "/assessment");
        expect.that("whether another field counts is put to a person (中·通知 beside 皖·四·11)", asked.text().contains("anhui.field-of-error"), asked.at("questions"));
        anhui.changed("the body chooses the reading for this case, with its reason", "decider", night.casePath(), "reading-choices", Map.of("reading", "anhui.field-of-error", "choice", "b", "reason", "中·通知 写明工作中特别是改革创新中的失误错误。"));
        expect.taken("the body refuses", night.decide(night.refuse("程序方法不当。")));
        Answer early = anhui.change("decider", night.casePath(), "closing", Map.of());
        expect.that("a refusal is not closed without its explanation", !early.ok(), early);
        anhui.changed("it is explained (皖·四·11)", "decider", night.casePath(), "refusal-explanation", Map.of("text", "未经集体研究，理由如下（演示）。"));
        appeal(anhui, night, expect);
        lateness(stage, expect);
    }

    private static void appeal(Play anhui, FloodNight night, Expectations expect) {
        Answer remedies = anhui.read("cadre", night.casePath() + "/remedies");
        expect.equal("the appeal is stated here", "STATED", remedies.text("appeal.outcome"));
        expect.that("statutory remedies are listed beside it by name", remedies.text().contains("公务员法"), remedies);
        Answer lodged = anhui.changed("the person appeals", "cadre", night.casePath(), "appeals", Map.of("text", "对组织认定有不同意见。"));
        String appeal = "/api/tolerance/v1/appeals/" + lodged.id();
        anhui.changed("his unit's paper is attached as a supporting opinion", "party", appeal, "supporting-opinions", Map.of("text", "单位支持其申诉。"));
        Answer seen = anhui.read("reviewer", appeal);
        expect.that("that it is an opinion and no appeal is said", seen.at("supportingOpinions").size() == 1, seen);
        expect.that("no date is enforced: none is stated", !seen.text().contains("dueOn"), seen);
        expect.that("the first decider does not decide it", !anhui.change("decider", appeal, "decision", Map.of("outcome", "UPHELD", "reasons", "x")).ok());
        anhui.changed("another member of the body decides it", "reviewer", appeal, "decision", Map.of("outcome", "UPHELD", "reasons", "维持原认定。", "meeting",
                Map.of("date", night.today().toString(), "members", List.of(anhui.person("reviewer"), anhui.person("decider2")), "recused", List.of(), "minutesNumber", "演纪〔演示〕3号")));
    }

    /** In Weihai lateness leaves severe handling open until decided; in Anhui it is a flag until a person finds 整改不力 or 拒不整改. */
    private static void lateness(Stage stage, Expectations expect) throws InterruptedException {
        Play weihai = new Play(stage, "weihai");
        Play anhui = new Play(stage, "anhui");
        String inWeihai = exempted(weihai, List.of("PERSON", "UNIT"));
        String inAnhui = exempted(anhui, List.of("PERSON"));
        stage.time().pass(12);
        weihai.eventually("威海: the correction runs overdue by the business clock", "supervisor", inWeihai, answer -> answer.text("state").equals("OVERDUE"));
        anhui.eventually("安徽: the same lateness", "supervisor", inAnhui, answer -> answer.text("state").equals("OVERDUE"));
        for (Play place : List.of(weihai, anhui)) {
            String task = place == weihai ? inWeihai : inAnhui;
            place.changed(place.place() + ": it is answered late", "cadre", task, "submissions", Map.of("text", "已完成整改（演示）。", "prevention", "已建立清空清单制度。"));
            place.changed(place.place() + ": and accepted", "supervisor", task, "acceptance", Map.of("reason", "整改到位。"));
        }
        Answer severe = weihai.read("decider", inWeihai);
        expect.that("威海: severe handling stays open (威·四·13)", severe.at("consequence.open").asBoolean() && severe.text().contains("严肃处理"), severe);
        weihai.changed("威海: until it is decided with a reason", "decider", inWeihai, "escalation", Map.of("escalate", false, "reason", "逾期系汛期抢险占用人员，已补正。"));
        expect.that("威海: then it is closed", !weihai.read("decider", inWeihai).at("consequence.open").asBoolean());
        Answer flag = anhui.read("decider", inAnhui);
        expect.that("安徽: lateness alone opens nothing", !flag.at("consequence.open").asBoolean() && !flag.text("overdueSince").isEmpty(), flag);
        String third = exempted(anhui, List.of("PERSON"));
        anhui.changed("安徽: a person finds 整改不力", "supervisor", third, "findings", Map.of("finding", "INADEQUATE", "reason", "未按要求培训。"));
        expect.that("安徽: then accountability is open (皖·四·12)", anhui.read("decider", third).at("consequence.open").asBoolean(), anhui.read("decider", third));
    }

    private static String exempted(Play place, List<String> subjects) {
        FloodNight night = new FloodNight(place);
        night.fact();
        night.openAccountability();
        if (place.place().equals("anhui")) {
            place.changed("the field is reform and innovation", "investigator", night.casePath(), "field-of-error", Map.of("field", "REFORM_AND_INNOVATION"));
        }
        night.findings(Map.of());
        night.statement();
        place.expect().taken(place.place() + ": exempt, with ten days to correct", night.decide(night.exempt(subjects, 10)));
        return "/api/tolerance/v1/rectification-tasks/" + night.task();
    }
}
