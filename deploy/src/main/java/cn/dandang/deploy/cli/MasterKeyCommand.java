package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "keys", description = {"个人数据的密钥。", "Keys of personal data."})
final class MasterKeyCommand {

    @Command(name = "rotate", description = {"轮换主密钥，可在运行中进行。", "Rotates the master key, also while running."})
    int rotate(@Mixin DataOption data) throws IOException, InterruptedException {
        Installation installation = Installation.find();
        DataFolder folder = data.folder(installation);
        Path keys = folder.data().resolve("keys");
        if (!Files.isDirectory(keys)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, folder.root() + " 里没有密钥。", "There are no keys in " + folder.root() + ".");
        }
        Path kit = installation.executable("assessment");
        // the launcher knows nothing of how keys are kept: the kit inside a service's jar does
        Process rotating = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx64m", "-Dloader.main=cn.dandang.kit.personal.RotateMasterKey",
                "-cp", kit.toString(), "org.springframework.boot.loader.launch.PropertiesLauncher", keys.toString())).inheritIO().start();
        return (rotating.waitFor() == 0 ? ExitCode.OK : ExitCode.PROCESS_FAILED).code();
    }
}
