package cn.dandang.deploy.cli;

import cn.dandang.policy.catalogue.Coverage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints how much of the documents is entered and how much of it a service carries: the page {@code docs/policy-coverage.md}. */
@Command(name = "coverage", description = {"各条款的录入与承载情况。", "How much of the documents is entered and carried."})
final class CoverageCommand implements Callable<Integer> {
    @Option(names = "--offline", hidden = true)
    boolean offline;

    @Override
    public Integer call() {
        Coverage coverage = Coverage.now();
        coverage.page().forEach(System.out::println);
        return 0;
    }
}
