package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of an installation on one machine. */
@Command(
        name = "dandang",
        description = {"担当：考核、容错纠错、澄清正名、激励关爱，一份可验证的记录。", "Assessment, fault tolerance, clarification and incentives on one provable record."},
        subcommands = {RunCommand.class, CheckCommand.class, StatusCommand.class, StopCommand.class, CleanCommand.class, AuditCommand.class, ArchiveCommand.class, BackupCommand.class, RestoreCommand.class, MasterKeyCommand.class, PolicyCommand.class, BenchCommand.class, TopicsCommand.class, PrepareCommand.class, HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        System.exit(execute(arguments));
    }

    /** Runs one command and gives its exit code. */
    public static int execute(String... arguments) {
        String[] given = arguments.length == 0 ? new String[] {"help"} : arguments;
        return commandLine().execute(given);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        BenchCommand.passEverythingOn(line.getSubcommands().get("bench"));
        line.setParameterExceptionHandler((wrong, args) -> {
            System.err.println("命令或参数有误：" + String.join(" ", Arrays.asList(args)) + "；请看 ./dandang help。");
            System.err.println("Wrong command or arguments: " + wrong.getMessage() + " See ./dandang help.");
            return ExitCode.WRONG_ARGUMENTS.code();
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StackFailure known) {
                System.err.println(known.getMessage());
                return known.code().code();
            }
            System.err.println("内部错误；请把下面的内容连同 var/log 一起报告。");
            System.err.println("Internal error; report what follows together with var/log.");
            failure.printStackTrace();
            return ExitCode.INTERNAL.code();
        });
        return line;
    }
}
