package cn.dandang.deploy.cli;

import cn.dandang.deploy.check.CheckRun;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Folders;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.Preparation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "check", description = {"整体演练并核验账本。", "Plays everything and verifies the ledgers."})
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--keep")
    private boolean keep;

    @Option(names = "--offline", hidden = true)
    private boolean offline;

    @Override
    public Integer call() throws Exception {
        Installation installation = Installation.find();
        Console console = new Console(System.out);
        Preparation.ensure(installation, console);
        Path folder = Files.createTempDirectory("dandang-check");
        System.out.println("数据与日志 data and logs: " + folder);
        boolean fine = false;
        try {
            CheckRun.Outcome outcome = new CheckRun(installation, System.out).run(folder, console);
            fine = outcome.failed() == 0 && outcome.passed() > 0;
            return (fine ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).code();
        } finally {
            if (fine && !keep) {
                Folders.delete(folder);
            }
        }
    }
}
