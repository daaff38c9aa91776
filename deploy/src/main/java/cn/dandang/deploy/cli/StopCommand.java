package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.deploy.stack.StopRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = {"请正在运行的 dandang 有序结束。", "Asks the running dandang to end."})
final class StopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = data.folder(Installation.find());
        if (!folder.inUse()) {
            throw new StackFailure(ExitCode.NOT_RUNNING, "在 " + folder.root() + " 没有正在运行的 dandang。", "No dandang is running on " + folder.root() + ".");
        }
        if (!new StopRequest(folder).ask(PATIENCE)) {
            throw new StackFailure(ExitCode.STILL_RUNNING,
                    "dandang 在 " + PATIENCE.toSeconds() + " 秒内没有结束；请看 " + folder.log() + "，或在它的终端按 Ctrl-C。",
                    "dandang has not ended within " + PATIENCE.toSeconds() + " seconds; see " + folder.log() + ", or press Ctrl-C in its terminal.");
        }
        System.out.println("已结束。 Ended.");
        return ExitCode.OK.code();
    }
}
