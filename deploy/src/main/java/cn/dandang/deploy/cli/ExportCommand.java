package cn.dandang.deploy.cli;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.audit.Handout;
import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.RunningLedger;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = {"把账本写成 C2SP tlog-tiles 目录。", "Writes the ledgers as folders in the form of C2SP tlog-tiles."})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER")
    private Path target = Path.of("");

    @Option(names = "--service", paramLabel = "NAME")
    private @Nullable String service;

    @Option(names = "--running")
    private boolean running;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder(Installation.find());
        List<Handout> written = new ArrayList<>();
        if (running) {
            try (Api api = AuditCommand.api(folder)) {
                for (String name : AuditCommand.ledgersOf(folder).stream().filter(this::wanted).toList()) {
                    written.add(Handout.of(name, new RunningLedger(api.as(AuditCommand.AUDITOR), name), target.resolve(name)));
                }
            }
        } else {
            for (Path file : LedgerAudit.files(AuditCommand.ledgers(folder))) {
                String name = LedgerAudit.name(file);
                if (wanted(name)) {
                    Optional<Handout> handout = Handout.of(file, folder.data(), target.resolve(name));
                    handout.ifPresent(written::add);
                    if (handout.isEmpty()) {
                        System.out.println(name + "  未签署，未导出 · never signed, not written");
                    }
                }
            }
        }
        if (written.isEmpty()) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有可导出的账本。", "There is no ledger to write.");
        }
        written.forEach(this::print);
        return ExitCode.OK.code();
    }

    private boolean wanted(String name) {
        return service == null || service.equals(name);
    }

    private void print(Handout handout) {
        System.out.printf("%-22s %10d  %s%n", handout.ledger(), handout.size(), target.resolve(handout.ledger()));
        handout.keys().forEach(key -> System.out.println("                       公钥 key  " + key));
        if (handout.after() > 0) {
            System.out.println("                       检查点之后另有 " + handout.after() + " 条未导出 · " + handout.after() + " records came after the checkpoint and are not there");
        }
    }
}
