package cn.dandang.deploy.cli;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Preparation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.deploy.stack.StackOptions;
import cn.dandang.deploy.stack.StopRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = {"启动全部进程并载入演示数据。", "Starts everything and loads the demonstration data."})
final class RunCommand implements Callable<Integer> {
    private static final int HIGHEST_BASE = 65_535 - 11_013;
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port-base", paramLabel = "N")
    private int portBase = Ports.USUAL_BASE;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Override
    public Integer call() throws InterruptedException {
        if (portBase < 1024 || portBase > HIGHEST_BASE) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS,
                    "--port-base 须在 1024 与 " + HIGHEST_BASE + " 之间。", "--port-base must be between 1024 and " + HIGHEST_BASE + ".");
        }
        Installation installation = Installation.find();
        Console console = new Console(System.out);
        DataFolder folder = data.folder(installation);
        LocalStack.requireStartable(folder, Ports.from(portBase));
        Preparation.ensure(installation, console);
        StackOptions options = StackOptions.forPeople();
        LocalStack stack = new LocalStack(installation, folder, Ports.from(portBase), options, console);
        StopRequest stop = new StopRequest(folder);
        stop.forget();
        Thread ender = new Thread(() -> {
            console.said("正在有序结束……", "ending in order …");
            stack.close();
        }, "end");
        Runtime.getRuntime().addShutdownHook(ender);
        console.said("启动，数据在 " + folder.root(), "starting; data in " + folder.root());
        stack.start();
        Accounts accounts = Accounts.read(installation);
        if (!noDemo) {
            loadDemo(stack, accounts, console);
        }
        tell(stack, accounts, console);
        stop.await();
        return ExitCode.OK.code();
    }

    private static void loadDemo(LocalStack stack, Accounts accounts, Console console) throws InterruptedException {
        DemoFiles files = DemoFiles.packed();
        Path mark = stack.folder().data().resolve("demo-loaded");
        if (isMarked(mark, files.digest())) {
            return;
        }
        try (Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
            // the story is played once: its dates are those of that day
            new DemoLoader(api, accounts).load(Files.exists(mark) ? files.without(Set.of("story.yaml")) : files);
        }
        try {
            Files.writeString(mark, files.digest());
        } catch (IOException full) {
            // the next start asks again; the keys make that harmless
        }
        console.said("演示数据已载入（" + files.size() + " 条）", "demonstration data loaded (" + files.size() + " requests)");
    }

    private static boolean isMarked(Path mark, String digest) {
        try {
            return Files.exists(mark) && Files.readString(mark).equals(digest);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void tell(LocalStack stack, Accounts accounts, Console console) {
        console.said("可以使用：" + stack.address(), "ready to use: " + stack.address());
        Map<String, String> byPlace = accounts.accounts().stream().collect(Collectors.groupingBy(
                account -> account.username().split("\\.")[0], java.util.LinkedHashMap::new,
                Collectors.mapping(account -> account.username().split("\\.")[1], Collectors.joining(" "))));
        System.out.println();
        System.out.println("  控制台 Console   " + stack.address());
        System.out.println("  日志 Logs        " + stack.folder().log());
        System.out.println("  账号 Accounts    <place>.<role>:");
        byPlace.forEach((place, roles) -> System.out.println("    " + place + ".  " + roles));
        System.out.println("  密码 Password    " + stack.password());
        System.out.println("  Ctrl-C 或 ./dandang stop 结束 · Ctrl-C or ./dandang stop ends it");
        System.out.println();
    }
}
