package cn.dandang.deploy.check;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.ApiSession;

/** The record of everything played so far is complete and unaltered, in every ledger. */
final class AuditScenario implements Scenario {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void play(Stage stage) {
        Expectations expect = stage.expect();
        ApiSession auditor = stage.api().as("centre.auditor");
        for (String service : Topics.REACTORS) {
            Answer verdict = auditor.get("/api/" + service + "/v1/ledger/verdict");
            expect.equal("the ledger of " + service + " is recomputed and whole (" + verdict.text("size") + " records)", "OK", verdict.text("verdict"));
            expect.refused("nobody but the auditor reads the ledger of " + service, 403, "forbidden-role", stage.api().as("weihai.decider").get("/api/" + service + "/v1/ledger/verdict"));
        }
        Answer own = auditor.get("/api/oversight/v1/dossiers/" + stage.accounts().person("weihai.cadre") + "/looks");
        expect.that("each look at a dossier is on record", own.ok() && own.text().contains(stage.accounts().person("centre.auditor")), own);
    }
}
