package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Folders;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "clean", description = {"删除数据目录。", "Removes the data folder."})
final class CleanCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--yes")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder(Installation.find());
        if (!Files.exists(folder.root())) {
            System.out.println("没有可删除的内容。 Nothing to remove.");
            return ExitCode.OK.code();
        }
        folder.requireRecognised();
        if (folder.inUse()) {
            throw new StackFailure(ExitCode.STILL_RUNNING,
                    "dandang 正在使用 " + folder.root() + "；请先运行 ./dandang stop。", "dandang is running on " + folder.root() + "; run ./dandang stop first.");
        }
        if (!yes && !confirmed(folder.root())) {
            throw new StackFailure(ExitCode.NOT_CONFIRMED, "未确认，什么也没有删除。", "Not confirmed; nothing was removed.");
        }
        Folders.delete(folder.root());
        System.out.println("已删除 " + folder.root() + "。 Removed.");
        return ExitCode.OK.code();
    }

    private static boolean confirmed(Path root) {
        System.out.print("将永久删除 " + root + "，包括所有账本与密钥。输入 yes 确认：\nThis removes " + root + " with all ledgers and keys for ever. Type yes to confirm: ");
        System.out.flush();
        Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
        return answers.hasNextLine() && answers.nextLine().strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
