package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Measures in a process of its own, with its own memory and compiler settings. What can be measured, and its options, are listed
 * there ({@code ./dandang bench}); its exit code becomes ours.
 */
@Command(name = "bench", description = {"测量速度与可靠性。", "Measures speed and reliability."})
final class BenchCommand implements Callable<Integer> {
    private static final String MAIN = "cn.dandang.bench.Bench";

    @Parameters(paramLabel = "WHAT", arity = "0..*", description = {"测量什么及其选项", "what to measure, and its options"})
    private List<String> arguments = new ArrayList<>();

    /** Everything after the command's name, options too, belongs to the other process. */
    static void passEverythingOn(CommandLine bench) {
        bench.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = Installation.find();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms1g", "-Xmx1g", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Ddisable-axoniq-console-message=true", "-Daxon.update-check.disabled=true",
                "-Ddandang.home=" + installation.root(), "-cp", String.join(File.pathSeparator, installation.benchmarkClassPath()), MAIN));
        arguments.stream().filter(argument -> !argument.equals("--offline")).forEach(command::add);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new StackFailure(ExitCode.PROCESS_FAILED, "测量进程无法启动：" + failure.getMessage(), "The measuring process could not be started: " + failure.getMessage());
        }
    }
}
