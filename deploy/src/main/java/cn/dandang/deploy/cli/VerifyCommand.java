package cn.dandang.deploy.cli;

import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.Verdict;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.verify.VerifierProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ledger files and running services are opened here; exports, tile logs and addresses are left to the auditor's own program. */
@Command(name = "verify", description = {"重算账本的全部内容。", "Recomputes everything in the ledgers."})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH|URL", arity = "0..1")
    private @Nullable String target;

    @Option(names = "--running")
    private boolean running;

    @Option(names = "--key", paramLabel = "VKEY")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--witness", paramLabel = "VKEY[@URL]")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--checkpoint", paramLabel = "FILE|URL")
    private List<String> checkpoints = new ArrayList<>();

    @Option(names = "--resume", paramLabel = "FILE")
    private @Nullable String resume;

    @Option(names = "--header", paramLabel = "NAME: VALUE")
    private List<String> headers = new ArrayList<>();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        if (target != null && handedOut(target)) {
            return VerifierProgram.run(System.out, System.err, arguments(target));
        }
        if (arguments("").length > 1) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "--key、--witness、--checkpoint、--resume、--header 用于导出的账本：请先 ./dandang audit export。",
                    "--key, --witness, --checkpoint, --resume and --header are for ledgers that were handed out: run ./dandang audit export first.");
        }
        DataFolder folder = data.folder(Installation.find());
        List<Verdict> verdicts = running ? AuditCommand.verifyRunning(folder) : LedgerAudit.verify(target == null ? AuditCommand.ledgers(folder) : Path.of(target));
        if (verdicts.isEmpty()) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "那里没有账本。", "There is no ledger there.");
        }
        verdicts.forEach(verdict -> {
            System.out.println((verdict.ok() ? "OK      " : "BROKEN  ") + verdict.ledger() + "  " + verdict.zh());
            System.out.println("        " + " ".repeat(verdict.ledger().length()) + "  " + verdict.en());
        });
        return (verdicts.stream().allMatch(Verdict::ok) ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).code();
    }

    /** Whether this is no store, but what a ledger handed out. */
    private static boolean handedOut(String target) {
        if (target.startsWith("http://") || target.startsWith("https://")) {
            return true;
        }
        Path path = Path.of(target);
        return Files.isRegularFile(path) && !target.endsWith(".db") || Files.isRegularFile(path.resolve("checkpoint"));
    }

    private String[] arguments(String of) {
        List<String> arguments = new ArrayList<>(List.of(of));
        add(arguments, "--key", keys);
        add(arguments, "--witness", witnesses);
        add(arguments, "--checkpoint", checkpoints);
        add(arguments, "--resume", resume == null ? List.of() : List.of(resume));
        add(arguments, "--header", headers);
        return arguments.toArray(String[]::new);
    }

    private static void add(List<String> arguments, String name, List<String> values) {
        values.forEach(value -> arguments.addAll(List.of(name, value)));
    }
}
