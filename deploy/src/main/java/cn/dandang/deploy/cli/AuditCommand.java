package cn.dandang.deploy.cli;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.RunningLedger;
import cn.dandang.deploy.audit.Verdict;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.RunRecord;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.TreeHead;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "audit", description = {"核验账本。", "Verifies ledgers."}, subcommands = {VerifyCommand.class, ExportCommand.class, WitnessCommand.class, KeysCommand.class, ReconcileCommand.class})
final class AuditCommand {
    static final String AUDITOR = "centre.auditor";

    @Command(name = "head", description = {"账本的记录数与树根。", "Number of records and root of the ledgers."})
    int head(@Option(names = "--running") boolean running, @Mixin DataOption data) throws IOException {
        DataFolder folder = data.folder(Installation.find());
        if (running) {
            try (Api api = api(folder)) {
                for (String service : services(folder)) {
                    Answer head = api.as(AUDITOR).get("/api/" + service + "/v1/ledger/head");
                    print(service, head.ok() ? head.text("size") : "-", head.ok() ? head.text("root") : Integer.toString(head.status()));
                }
            }
            return ExitCode.OK.code();
        }
        for (Path file : LedgerAudit.files(ledgers(folder))) {
            TreeHead head = LedgerAudit.head(file);
            print(file.getFileName().toString().replace(".db", ""), Long.toString(head.size()), head.rootHex());
        }
        return ExitCode.OK.code();
    }

    private static void print(String ledger, String size, String root) {
        System.out.printf("%-22s %10s  %s%n", ledger, size, root);
    }

    static Path ledgers(DataFolder folder) {
        return folder.data().resolve("ledger");
    }

    static List<Verdict> verifyRunning(DataFolder folder) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        try (Api api = api(folder)) {
            ApiSession auditor = api.as(AUDITOR);
            for (String ledger : ledgersOf(folder)) {
                verdicts.add(LedgerAudit.verify(auditor, ledger));
            }
        }
        return verdicts;
    }

    static Api api(DataFolder folder) {
        return new Api(URI.create("http://127.0.0.1:" + running(folder).gatewayPort()), folder.password());
    }

    /** The ledgers of the running services, those of reads among them. */
    static List<String> ledgersOf(DataFolder folder) {
        return services(folder).stream().flatMap(service -> RunningLedger.of(service).stream()).toList();
    }

    static List<String> services(DataFolder folder) {
        return running(folder).processes().stream().map(RunRecord.Entry::name).filter(name -> !name.equals("broker") && !name.equals("gateway")).toList();
    }

    private static RunRecord running(DataFolder folder) {
        return (folder.inUse() ? RunRecord.read(folder) : java.util.Optional.<RunRecord>empty()).orElseThrow(() -> new StackFailure(ExitCode.NOT_RUNNING,
                "在 " + folder.root() + " 没有正在运行的 dandang。", "No dandang is running on " + folder.root() + "."));
    }
}
