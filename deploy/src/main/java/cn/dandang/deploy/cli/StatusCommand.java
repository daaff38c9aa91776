package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Figures;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.Memory;
import cn.dandang.deploy.stack.Readiness;
import cn.dandang.deploy.stack.RunRecord;
import cn.dandang.deploy.stack.StackFailure;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = {"各进程的状态、内存、账本位置与滞后。", "Each process with state, memory, head and lag."})
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-14s %8s %6s %-10s %9s %10s %9s %9s%n";
    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = data.folder(Installation.find());
        Optional<RunRecord> running = folder.inUse() ? RunRecord.read(folder) : Optional.empty();
        if (running.isEmpty()) {
            throw new StackFailure(ExitCode.NOT_RUNNING, "在 " + folder.root() + " 没有正在运行的 dandang。", "No dandang is running on " + folder.root() + ".");
        }
        System.out.printf(ROW, "PROCESS", "PID", "PORT", "STATE", "MiB", "HEAD", "RELAY-LAG", "VIEW-LAG");
        long total = row(new RunRecord.Entry("launcher", running.get().launcher(), -1, -1, 0), "up", Figures.NONE);
        try (Readiness readiness = new Readiness()) {
            for (RunRecord.Entry process : running.get().processes()) {
                String state = state(process, readiness);
                Figures figures = process.managementPort() < 0 ? Figures.NONE : Figures.parse(readiness.figures(process.managementPort()));
                total += row(process, state, figures);
            }
        }
        System.out.printf(ROW, "sum", "", "", "", total / 1024, "", "", "");
        System.out.println("http://localhost:" + running.get().gatewayPort());
        return ExitCode.OK.code();
    }

    private static String state(RunRecord.Entry process, Readiness readiness) throws InterruptedException {
        if (process.pid() < 0 || ProcessHandle.of(process.pid()).isEmpty()) {
            return "down";
        }
        String restarts = process.restarts() > 0 ? "(" + process.restarts() + ")" : "";
        return (process.managementPort() < 0 ? "up" : readiness.ready(process.managementPort()) ? "ready" : "starting") + restarts;
    }

    private static long row(RunRecord.Entry process, String state, Figures figures) {
        OptionalLong kib = process.pid() < 0 ? OptionalLong.empty() : Memory.kibOf(process.pid());
        System.out.printf(ROW, process.name(), process.pid() < 0 ? "-" : process.pid(), process.port() < 0 ? "-" : process.port(), state,
                kib.isPresent() ? kib.getAsLong() / 1024 : "-", figures.head(), figures.relayLag(), figures.viewLag());
        return kib.orElse(0);
    }
}
