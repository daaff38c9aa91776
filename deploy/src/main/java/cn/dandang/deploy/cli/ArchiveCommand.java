package cn.dandang.deploy.cli;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a running service; how old is old enough is for whoever asks to say. */
@Command(name = "archive", description = {"将早已办结事项的记录移入归档文件。", "Moves the records of matters closed long ago into archive files."})
final class ArchiveCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 200;

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Option(names = "--older-than", paramLabel = "DAYS", required = true)
    private int olderThan;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        if (!Topics.REACTORS.contains(service) || olderThan < 0) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "服务只能是 " + Topics.REACTORS + " 之一，天数从 0 起。", "A service is one of " + Topics.REACTORS + "; days begin with 0.");
        }
        DataFolder folder = data.folder(Installation.find());
        try (Api api = AuditCommand.api(folder)) {
            ApiSession auditor = api.as(AuditCommand.AUDITOR);
            String path = "/api/" + service + "/v1/archive";
            required(auditor.post(path + "/runs").body(Map.of("olderThanDays", olderThan, "dryRun", dryRun)).send());
            Answer archive = required(auditor.get(path));
            while (archive.text("run.state").equals("RUNNING")) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                archive = required(auditor.get(path));
            }
            return print(archive).code();
        }
    }

    private ExitCode print(Answer archive) {
        System.out.printf("%s  流 streams %s  记录 records %s  字节 bytes %s%n", dryRun ? "试算 would move" : "已归档 moved", archive.text("run.streams"), archive.text("run.records"),
                archive.text("run.bytes"));
        archive.at("run.archives").forEach(digest -> System.out.println("    " + digest.asString() + ".archive"));
        archive.at("problems").forEach(problem -> System.out.println("    " + problem.path("zh").asString() + " " + problem.path("en").asString()));
        if (!archive.text("run.state").equals("DONE")) {
            throw new StackFailure(ExitCode.PROCESS_FAILED, "归档未完成：" + archive.text("run.failure") + " 已移动的有效，再次归档将继续。",
                    "The archiving was not finished: " + archive.text("run.failure") + " What was moved stays moved; the next archiving goes on.");
        }
        return archive.at("problems").isEmpty() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
    }

    private Answer required(Answer answer) {
        if (!answer.ok()) {
            throw new StackFailure(ExitCode.PROCESS_FAILED, "服务 " + service + " 未接受归档：" + answer.text(), "The service " + service + " did not take the order: " + answer.text());
        }
        return answer;
    }
}
