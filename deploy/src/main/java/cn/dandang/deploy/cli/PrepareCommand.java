package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.Preparation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The last step of a build, which the script asks for. */
@Command(name = "prepare", hidden = true, description = {"准备快速启动。", "Prepares the quick start."})
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        Preparation.ensure(Installation.find(), new Console(System.out));
        return ExitCode.OK.code();
    }
}
