package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.TopicSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "topics", description = {"消息主题。", "The topics."})
final class TopicsCommand {
    @Command(name = "create", description = {"在指定的消息总线上建立缺少的主题。", "Creates the missing topics on a broker."})
    int create(@Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT") String bootstrap, @Option(names = "--offline", hidden = true) boolean offline) {
        int created = TopicSetup.createMissing(bootstrap);
        System.out.println("新建主题 " + created + " 个 · " + created + " topics created");
        return ExitCode.OK.code();
    }
}
