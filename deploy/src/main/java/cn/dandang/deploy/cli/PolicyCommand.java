package cn.dandang.deploy.cli;

import cn.dandang.deploy.book.BookFiles;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.quotes.QuotationCheck;
import cn.dandang.policy.quotes.QuotationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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

    @Command(name = "book", description = {"印制规则汇编（HTML 与 PDF）。", "Makes the printed book of the rules (HTML and PDF)."})
    int book(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--texts", paramLabel = "FOLDER") @Nullable Path texts, @Option(names = "--font", paramLabel = "FONT") @Nullable Path font,
             @Option(names = "--offline", hidden = true) boolean offline) {
        if (texts != null && !Files.isDirectory(texts)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有目录 " + texts + "；请给出放有文件原文的目录。", "There is no folder " + texts + "; name the one with the documents' texts.");
        }
        if (font != null && !Files.isRegularFile(font)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有字体文件 " + font + "。", "There is no font file " + font + ".");
        }
        Path examples = Installation.find().root().resolve("policy-rules/src/test/resources/examples");
        BookFiles book = BookFiles.write(file, PolicySnapshot.base(), LocalDate.now(), examples, texts, font);
        System.out.println(book.html() + System.lineSeparator() + book.pdf());
        return ExitCode.OK.code();
    }
}
