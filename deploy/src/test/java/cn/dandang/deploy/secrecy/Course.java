package cn.dandang.deploy.secrecy;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.check.BusinessTime;
import cn.dandang.deploy.check.Expectations;
import cn.dandang.deploy.check.Matter;
import cn.dandang.deploy.check.Stage;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.Accounts.Account;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.evidence.Entry;
import cn.dandang.deploy.evidence.Ledgers;
import cn.dandang.deploy.evidence.OnTheWire;
import cn.dandang.deploy.evidence.Prepared;
import cn.dandang.deploy.evidence.Quiet;
import cn.dandang.deploy.evidence.Wire;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** One run of the flood night in Weihai on an installation of its own, one order after the other; the next is sent when nothing moves any more. */
final class Course {
    private static final String CLARIFICATION = "clarification";
    /** The test itself asks this while it waits, as often as it must. */
    private static final String WAITING = "/v1/ledger/head ";
    /** A call that a loaded machine did not answer in time leaves these, whoever is reported. */
    private static final Pattern OF_A_LOADED_MACHINE = Pattern.compile("status=\"503\"|^spring_cloud_circuitbreaker_|^resilience4j_");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path folder;
    private final long seed;
    private final Predicate<Account> asking;
    private final Traces traces = new Traces();
    private final Map<String, Long> logsBefore = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** @param asking the accounts that ask on every route in the end */
    Course(Path folder, long seed, Predicate<Account> asking) {
        this.folder = folder;
        this.seed = seed;
        this.asking = asking;
    }

    /**
     * What is left of a run.
     *
     * @param report   id of the report, empty where nobody reported
     * @param inLedger records in clarification's own ledger, which may differ
     */
    record Left(Traces traces, String report, int inLedger) {}

    /**
     * Plays it.
     *
     * @param reported whether somebody reports the cadre by name
     * @param askedFor id of the report to ask for where nobody reports; empty where somebody does
     */
    Left play(boolean reported, String askedFor) throws Exception {
        Installation installation = Prepared.installation();
        DataFolder data = new DataFolder(folder);
        String report;
        try (LocalStack stack = new LocalStack(installation, data, Ports.free(), StackOptions.forTests(seed), Progress.silent())) {
            stack.start();
            report = play(stack, Accounts.read(installation), reported, askedFor);
            logs(stack);
        }
        List<String> faults = new ArrayList<>();
        Map<String, List<Entry>> ledgers = Ledgers.stored(data, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.toString());
        }
        ledgers.forEach((service, entries) -> {
            if (!service.equals(CLARIFICATION)) {
                String place = "ledger " + service;
                traces.place(place);
                entries.forEach(entry -> traces.add(place, entry.type() + " " + entry.stream() + " " + entry.version() + " " + Masks.of(entry.payload())));
            }
        });
        return new Left(traces, report, ledgers.get(CLARIFICATION).size());
    }

    private String play(LocalStack stack, Accounts accounts, boolean reported, String askedFor) throws Exception {
        URI gateway = URI.create("http://127.0.0.1:" + stack.ports().of("gateway"));
        try (Api quietly = new Api(gateway, stack.password());
                Quiet quiet = new Quiet(stack, quietly.as("centre.auditor"));
                Api api = new Api(gateway, stack.password(), (asked, attempt) -> {
                    Answer answer = attempt.get();
                    if (asked.method().equals("POST") && answer.ok()) {
                        await(quiet);
                    }
                    return answer;
                })) {
            // the story of the demonstration has a report of its own; what follows each reading is read before the next is confirmed
            new DemoLoader(quietly, accounts).load(DemoFiles.packed().only(Set.of("register.yaml")));
            quiet.await();
            new DemoLoader(api, accounts).load(DemoFiles.packed().only(Set.of("dates.yaml", "readings.yaml")));
            quiet.await();
            for (String name : stack.names()) {
                logsBefore.put(name, Files.size(stack.logOf(name)));
            }
            Expectations expect = new Expectations(new PrintStream(said, true, StandardCharsets.UTF_8));
            Matter matter = new Matter(new Stage(api, stack, new BusinessTime(stack.bootstrap()), accounts, expect), "weihai");
            // whoever handles reports is at work in both runs
            matter.eventually("the office of reports looks at its list", "reports", "/api/clarification/v1/reports", Answer::ok);
            matter.enters();
            if (reported) {
                matter.isReportedByName();
            }
            matter.isExamined();
            matter.isTolerated();
            matter.hasItsEffects();
            if (reported) {
                matter.eventually("the duty to tell the reporter opens", "reports", "/api/clarification/v1/feedback-duties", answer -> answer.text().contains(matter.report()));
            }
            if (expect.failed() > 0) {
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
            }
            quiet.await();
            wire(stack);
            answers(quietly, accounts, matter, reported ? matter.report() : askedFor);
            figures(stack);
            return matter.report();
        }
    }

    private static void await(Quiet quiet) {
        try {
            quiet.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Topics partition by partition. Which positions a relay wrote on its way depends on the moment, but where reports live each is told. */
    private void wire(LocalStack stack) {
        for (OnTheWire record : Wire.committed(stack.bootstrap())) {
            boolean relay = record.topic().endsWith(".relay");
            if (!relay || record.topic().contains(CLARIFICATION)) {
                traces.add("topic " + record.topic() + (relay ? "" : "-" + record.partition()), record.key() + " " + Masks.of(JSON.valueToTree(record.headers())) + " " + Masks.ofText(record.value()));
            }
        }
    }

    /** What every account is answered on every route, but those that are let into clarification there. */
    private void answers(Api api, Accounts accounts, Matter matter, String report) {
        Account cadre = accounts.account("weihai.cadre");
        for (Account account : accounts.accounts().stream().filter(asking).toList()) {
            for (String route : Routes.of(matter, cadre.person(), cadre.unit(), report)) {
                if (!Routes.inside(account, route)) {
                    Answer answer = api.as(account.username()).get(route);
                    traces.add("answer to " + account.username() + " on " + route, answer.status() + " " + answer.etag() + " " + Masks.ofText(answer.text()));
                }
            }
        }
    }

    /** Names and labels of all figures, and what clarification tells of itself whole. */
    private void figures(LocalStack stack) throws InterruptedException {
        for (String name : stack.names()) {
            if (!name.equals("broker")) {
                String place = "figures of " + name;
                stack.figures(name).lines().filter(line -> !line.startsWith("#") && !OF_A_LOADED_MACHINE.matcher(line).find()).map(line -> line.substring(0, line.lastIndexOf(' '))).forEach(line -> traces.add(place, line));
                traces.sort(place);
            }
        }
    }

    /** What was said while it was played. */
    private void logs(LocalStack stack) throws Exception {
        for (String name : stack.names()) {
            byte[] all = Files.readAllBytes(stack.logOf(name));
            int from = logsBefore.get(name).intValue();
            String place = "log of " + name;
            traces.place(place);
            new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().filter(line -> !line.contains(WAITING)).forEach(line -> traces.add(place, Masks.ofLog(line)));
            traces.sort(place);
        }
    }
}
