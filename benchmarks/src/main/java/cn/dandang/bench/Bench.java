package cn.dandang.bench;

import cn.dandang.bench.crash.CrashBench;
import cn.dandang.bench.ledger.LedgerBench;
import cn.dandang.bench.policy.PolicyBench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line behind {@code ./dandang bench}: one sub-command for each family of figures. */
@Command(
        name = "dandang bench",
        description = {"测量并打印数字：figure NAME VALUE UNIT。", "Measures, and prints figure NAME VALUE UNIT."},
        subcommands = {LedgerBench.class, CrashBench.class, PolicyBench.class},
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class Bench implements Callable<Integer> {

    /** As the launcher's: wrong command or arguments. */
    private static final int WRONG_ARGUMENTS = 64;
    private static final int INTERNAL = 70;

    @Spec
    private CommandSpec spec;

    private Bench() {
    }

    public static void main(String[] arguments) {
        // the launcher's classes are on the class path, too, with a file of their own
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        CommandLine line = new CommandLine(new Bench());
        line.setExitCodeExceptionMapper(failure -> failure instanceof ParameterException ? WRONG_ARGUMENTS : INTERNAL);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return WRONG_ARGUMENTS;
    }
}
