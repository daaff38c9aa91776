package cn.dandang.deploy.check;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.audit.Handout;
import cn.dandang.deploy.audit.RunningLedger;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.verify.VerifierProgram;
import cn.dandang.ledger.witness.WitnessClient;
import cn.dandang.ledger.witness.WitnessProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The record of everything played so far is complete and unaltered, in every ledger. */
final class AuditScenario implements Scenario {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        Expectations expect = stage.expect();
        ApiSession auditor = stage.api().as("centre.auditor");
        for (String service : Topics.REACTORS) {
            Answer verdict = auditor.get("/api/" + service + "/v1/ledger/verdict");
            expect.equal("the ledger of " + service + " is recomputed and whole (" + verdict.text("size") + " records)", "OK", verdict.text("verdict"));
            expect.refused("nobody but the auditor reads the ledger of " + service, 403, "forbidden-role", stage.api().as("weihai.decider").get("/api/" + service + "/v1/ledger/verdict"));
        }
        for (String ledger : RunningLedger.of("incentive")) {
            handedOut(stage, new RunningLedger(auditor, ledger), ledger);
        }
        Answer own = auditor.get("/api/oversight/v1/dossiers/" + stage.accounts().person("weihai.cadre") + "/looks");
        expect.that("each look at a dossier is on record", own.ok() && own.text().contains(stage.accounts().person("centre.auditor")), own);
    }

    /** As an auditor's office does it: cosigned by its witness, taken home, and verified there under both keys. */
    private static void handedOut(Stage stage, RunningLedger ledger, String name) throws IOException, InterruptedException {
        Path place = stage.stack().folder().root().resolve("handed-out").resolve(name);
        List<VerifierKey> keys = ledger.keys();
        try (WitnessProgram witness = WitnessProgram.start(place.resolve("witness"), "witness.audit.example/check", keys);
                WitnessClient client = new WitnessClient(URI.create("http://127.0.0.1:" + witness.port()), witness.verifier())) {
            client.cosign(ledger.checkpoint(), ledger::consistency);
            Handout handout = Handout.of(name, ledger, place.resolve("log"));
            // the records were fetched meanwhile, which the ledger of reads says: the witness has the next proven to it
            SignedNote cosigned = client.cosign(ledger.checkpoint(), ledger::consistency);
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            int code;
            try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
                Path kept = Files.writeString(place.resolve("cosigned"), cosigned.toString());
                Handout.of(name, ledger, place.resolve("log"));
                code = VerifierProgram.run(out, out, place.resolve("log").toString(), "--key", keys.getFirst().toString(), "--witness", witness.verifier().toString(), "--checkpoint", kept.toString());
            }
            stage.expect().that(name + " is cosigned by a witness, handed out as a tile log (" + handout.size() + " records) and verified under both keys", code == 0, told.toString(StandardCharsets.UTF_8));
        }
    }
}
