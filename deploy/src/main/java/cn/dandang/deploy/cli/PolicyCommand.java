package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.quotes.QuotationCheck;
import cn.dandang.policy.quotes.QuotationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "policy", subcommands = CoverageCommand.class, description = {"文件数据。", "The documents as data."})
final class PolicyCommand {
    @Command(name = "quotes", description = {"把引文与文件原文逐条核对。", "Compares every quotation with the documents."})
    int quotes(@Parameters(paramLabel = "FOLDER") Path folder, @Option(names = "--offline", hidden = true) boolean offline) {
        if (!Files.isDirectory(folder)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有目录 " + folder + "；请给出放有文件原文的目录。", "There is no folder " + folder + "; name the one with the documents' texts.");
        }
        QuotationReport report = QuotationCheck.check(folder, PolicySnapshot.base());
        report.missing().forEach(file -> System.out.println("缺少 missing: " + file));
        report.problems().forEach(problem -> System.out.println("不符 differs: " + problem.source() + " · " + problem.place() + " · " + problem.sentence()));
        System.out.println(report.checked() + " 条引文已核对，" + report.problems().size() + " 条不符 · " + report.checked() + " quotations compared, "
                + report.problems().size() + " differ");
        return (report.passed() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).code();
    }
}
