package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** T-01: the main path in Weihai with the demonstration readings confirmed, from the fact to the lifted hold. */
final class WeihaiScenario implements Scenario {

    @Override
    public String name() {
        return "T-01 威海, both tiers met";
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
        expect.that("the check opens together with accountability (鲁·三·2)", !opened.text("toleranceCase").isEmpty(), opened);
        expect.equal("that is INHERITED, by a confirmed reading", "INHERITED", weihai.read("investigator", night.casePath()).text("ground.support"));
        night.situationFoundInCase();
        refusals(weihai, night);
        night.findings(Map.of());
        Answer assessment = weihai.read("decider", night.casePath() + "/assessment");
        expect.that("no answer proposes an outcome", !assessment.text().contains("\"proposal\"") && !assessment.text().contains("\"score\""));
        expect.that("each date shows whether it is a demonstration", assessment.text().contains("演示数据，非文件所载"));
        expect.refused("nobody decides before he is heard", 422, "refused-by-rule", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
        night.statement();
        decide(weihai, night, expect);
        effects(weihai, night, expect);
        views(weihai, night, expect);
    }

    private static void refusals(Play weihai, FloodNight night) {
        Expectations expect = weihai.expect();
        expect.refused("a wrong role is refused", 403, "forbidden-role", weihai.change("party", night.casePath(), "findings", Map.of("itemId", "weihai.condition.1", "result", "MET")));
        Play anhui = new Play(weihai.stage(), "anhui");
        String etag = weihai.read("investigator", night.casePath()).etag();
        expect.refused("an office of another place is refused", 403, "wrong-jurisdiction",
                anhui.as("investigator").post(night.casePath() + "/findings").ifMatch(etag).body(Map.of("itemId", "weihai.condition.1", "result", "MET")).send());
        expect.refused("a stale version is refused", 412, "stale-version",
                weihai.as("investigator").post(night.casePath() + "/findings").ifMatch("0").body(Map.of("itemId", "weihai.condition.1", "result", "MET")).send());
        expect.refused("an order without a version is refused", 428, "precondition-required",
                weihai.as("investigator").post(night.casePath() + "/findings").body(Map.of("itemId", "weihai.condition.1", "result", "MET")).send());
        expect.refused("malformed input is refused in words", 400, "malformed-request",
                weihai.as("investigator").post(night.casePath() + "/findings").ifMatch(etag).body("{\"itemId\":").send());
        expect.refused("a missing field is named", 400, "malformed-request",
                weihai.as("investigator").post(night.casePath() + "/findings").ifMatch(etag).body(Map.of("result", "MET")).send());
        expect.refused("an assessor learns nothing of the case", 403, "forbidden-role", weihai.as("assessor").get(night.casePath()));
        expect.refused("nor whether any case exists", 403, "forbidden-role", weihai.as("assessor").get("/api/tolerance/v1/tolerance-cases/00000000-0000-4000-8000-000000000000"));
        expect.equal("no refusal wrote an event", etag, weihai.read("investigator", night.casePath()).etag());
        String key = "check-" + night.toleranceCase;
        String version = weihai.read("investigator", night.casePath()).etag();
        Map<String, Object> body = Map.of("itemId", "weihai.condition.1", "result", "MET", "evidence", List.of("核实材料（演示）"));
        Answer first = weihai.as("investigator").post(night.casePath() + "/findings").key(key).ifMatch(version).body(body).send();
        Answer again = weihai.as("investigator").post(night.casePath() + "/findings").key(key).ifMatch(version).body(body).send();
        expect.equal("a repeated request answers with the first one's result", first.text("position"), again.text("position"));
        expect.refused("the same key with another request is a conflict", 409, "idempotency-conflict",
                weihai.as("investigator").post(night.casePath() + "/findings").key(key).ifMatch(version).body(Map.of("itemId", "weihai.condition.2", "result", "MET")).send());
    }

    private static void decide(Play weihai, FloodNight night, Expectations expect) {
        weihai.changed("the party group's secretary asks for a recusal", "party", night.casePath(), "recusals", Map.of("person", weihai.person("decider2"), "ground", "与当事人曾同班子共事（演示）"));
        expect.refused("nothing is decided while a recusal is open", 422, "refused-by-rule", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
        String recusal = weihai.read("decider", night.casePath()).text("recusals.0.id");
        expect.refused("the officer concerned does not decide his own recusal", 422, "refused-by-rule", weihai.change("decider2", night.casePath(), "recusals/" + recusal + "/decision", Map.of("granted", false, "reason", "x")));
        weihai.changed("another member decides the recusal", "decider", night.casePath(), "recusals/" + recusal + "/decision", Map.of("granted", false, "reason", "仅为工作交集，不影响公正（演示）"));
        Map<String, Object> withInvestigator = night.exempt(List.of("PERSON", "UNIT"), 30);
        withInvestigator.put("meeting", Map.of("date", night.today().toString(), "members", List.of(weihai.person("decider"), weihai.person("investigator")), "recused", List.of(), "minutesNumber", "演纪〔演示〕1号"));
        expect.refused("an investigator takes no part in the meeting", 422, "refused-by-rule", night.decide(withInvestigator));
        Map<String, Object> withoutCorrection = night.exempt(List.of("PERSON", "UNIT"), 30);
        withoutCorrection.remove("correction");
        Answer missing = expect.refused("an exemption carries its correction (威·四·13)", 422, "refused-by-rule", night.decide(withoutCorrection));
        expect.that("the clause is in the refusal", missing.text().contains("威·四·13"), missing);
        Map<String, Object> groupLeftOut = night.exempt(List.of("PERSON", "UNIT"), 30);
        groupLeftOut.put("effectGroups", List.of("ASSESSMENT_AND_AWARDS"));
        expect.refused("a group left out needs a reason (鲁·三·3 可以)", 422, "refused-by-rule", night.decide(groupLeftOut));
        expect.taken("the body exempts bureau and person in a meeting without the investigators", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
        Answer decided = weihai.read("decider", night.casePath());
        expect.equal("the decision rests on Weihai's own clause", "OWN", decided.text("decision.ground.support"));
        expect.that("with its clause (威·四·12)", decided.at("decision.ground.clauses").toString().contains("威·四·12"), decided.at("decision.ground"));
        expect.refused("what is decided is not decided again", 409, "wrong-state", night.decide(night.exempt(List.of("PERSON", "UNIT"), 30)));
    }

    private static void effects(Play weihai, FloodNight night, Expectations expect) throws InterruptedException {
        Answer annulled = weihai.eventually("by Kafka alone the negative evaluation is annulled", "cadre", "/api/assessment/v1/negative-evaluations/" + night.evaluation, answer -> answer.text("state").equals("ANNULLED"));
        expect.equal("INHERITED from 鲁·三·3 beside 威·四·11", "INHERITED", annulled.text("ground.support"));
        expect.that("with both clauses", annulled.at("ground.clauses").toString().contains("鲁·三·3") && annulled.at("ground.clauses").toString().contains("威·四·11"), annulled.at("ground"));
        expect.that("and its cause", annulled.text("cause").startsWith("tolerance/"), annulled.text("cause"));
        Answer locked = weihai.create("assessor", "/api/assessment/v1/negative-evaluations",
                Map.of("cadre", weihai.person("cadre"), "factId", night.fact, "kind", "SPECIAL", "judgement", "再次录入。", "source", "专项考核（演示）"));
        expect.refused("it cannot be entered again for that fact", 422, "refused-by-rule", locked);
        expect.that("the clause is in the refusal", locked.text().contains("鲁·三·3"), locked);
        Answer released = weihai.eventually("the hold on the nomination is released", "awarder", night.nominationPath(), answer -> answer.text("state").equals("PROPOSED"));
        expect.that("the awarder sees no trace of it", released.at("hold").isMissingNode() || released.at("hold").isNull(), released);
        weihai.changed("the award itself stays a human decision", "selector", night.nominationPath(), "conferral", Map.of());
        weihai.eventually("in clarification a duty to tell the reporter opens", "reports", "/api/clarification/v1/feedback-duties", answer -> duty(answer, night) != null);
        JsonNode duty = duty(weihai.read("reports", "/api/clarification/v1/feedback-duties"), night);
        expect.equal("its limit is UNSET: no number is invented", "UNSET", duty == null ? "" : Play.text(duty, "limit.value"));
        expect.equal("it is INHERITED (鲁·四·1)", "INHERITED", duty == null ? "" : Play.text(duty, "ground.support"));
        for (String role : List.of("assessor", "selector", "awarder", "decider", "supervisor", "party", "cadre")) {
            expect.refused("clarification tells the " + role + " nothing", 403, "forbidden-role", weihai.as(role).get("/api/clarification/v1/feedback-duties"));
        }
        Answer duties = weihai.read("investigator", night.casePath());
        expect.that("a duty to explain what to correct is open (鲁·三·3)", duties.at("duties").toString().contains("EXPLAIN_CORRECTION"), duties.at("duties"));
        weihai.changed("it is explained to him", "decider", night.casePath(), "correction-explanation", Map.of("text", "需补上泄洪前清空清单，并完成人员培训。"));
    }

    private static JsonNode duty(Answer list, FloodNight night) {
        for (JsonNode item : list.at("items")) {
            if (Play.text(item, "report").equals(night.report)) {
                return item;
            }
        }
        return null;
    }

    private static void views(Play weihai, FloodNight night, Expectations expect) throws InterruptedException {
        String dossier = "/api/oversight/v1/dossiers/" + weihai.person("cadre");
        weihai.eventually("the dossier follows, for the cadre himself", "cadre", dossier, answer -> answer.text().contains("tolerance.granted.v1") && answer.text().contains("incentive.nomination-released.v1"));
        for (String role : List.of("selector", "assessor", "awarder")) {
            Answer working = weihai.read(role, dossier);
            expect.that("the " + role + "'s view shows nothing of the matter", working.ok() && !working.text().contains("tolerance.") && !working.text().contains(night.evaluation) && !working.text().contains("annulled"), working);
        }
        Answer candidate = weihai.read("selector", "/api/assessment/v1/candidates/" + weihai.person("cadre"));
        expect.that("nor does the candidate's page", candidate.ok() && !candidate.text().contains(night.evaluation) && !candidate.text().contains(night.fact), candidate);
        Answer evaluations = weihai.read("assessor", "/api/assessment/v1/negative-evaluations?cadre=" + weihai.person("cadre"));
        expect.that("nor the list of evaluations", evaluations.ok() && !evaluations.text().contains(night.evaluation), evaluations);
        Answer auditor = weihai.stage().api().as("centre.auditor").get(dossier + "?reason=check");
        expect.that("the auditor sees it all", auditor.text().contains("assessment.negative-evaluation-annulled.v1") && auditor.text().contains("tolerance.granted.v1"), auditor);
        expect.that("names carry （演示）", auditor.text("person.name").contains("（演示）"), auditor.text("person.name"));
        Answer dashboard = weihai.stage().api().as("centre.auditor").get("/api/oversight/v1/dashboards/tolerance?jurisdiction=371000");
        expect.that("P-05 counts the exemption by situation", dashboard.at("totals.exempt").asInt() >= 1 && dashboard.text().contains("weihai.situation.6"), dashboard);
        Answer cases = weihai.stage().api().as("centre.auditor").get("/api/oversight/v1/dashboards/tolerance/cases?item=weihai.situation.6&outcome=EXEMPT");
        expect.that("and drills down to the case", cases.text().contains(night.toleranceCase), cases);
        Answer events = weihai.stage().api().as("centre.auditor").get("/api/oversight/v1/audit/events?rootCase=" + night.accountability);
        expect.that("and to its events", events.at("items").size() >= 4, events);
    }
}
