package cn.dandang.deploy.fault;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.check.BusinessTime;
import cn.dandang.deploy.check.Expectations;
import cn.dandang.deploy.check.Matter;
import cn.dandang.deploy.check.Stage;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.stack.LocalStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** People at work: some record facts, evaluations and holds, others carry whole cases to an exemption, until they are told to finish what they have in hand. */
final class Senders implements AutoCloseable {
    private final LocalStack stack;
    private final Accounts accounts;
    private final Pace pace = new Pace();
    private final CountDownLatch enough = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();

    Senders(LocalStack stack, Accounts accounts) {
        this.stack = stack;
        this.accounts = accounts;
    }

    /** One person's sessions and what was said to him. */
    final class Sender implements AutoCloseable {
        private final Insistent manner;
        private final Api api;
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final Expectations expect = new Expectations(new PrintStream(said, true, StandardCharsets.UTF_8));
        private final List<Evidence.Tolerated> tolerated = new ArrayList<>();

        private Sender(String name) {
            manner = new Insistent(name, pace);
            api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password(), manner);
        }

        private Stage stage() {
            return new Stage(api, stack, new BusinessTime(stack.bootstrap()), accounts, expect);
        }

        private void entries(String place) {
            while (enough.getCount() > 0 && expect.failed() == 0) {
                new Matter(stage(), place).enters();
            }
        }

        private void cases(String place) {
            do {
                Matter matter = new Matter(stage(), place);
                matter.enters();
                matter.isExamined();
                matter.isTolerated();
                tolerated.add(new Evidence.Tolerated(matter.toleranceCase(), matter.evaluation(), matter.nomination()));
            } while (enough.getCount() > 0 && expect.failed() == 0);
        }

        Api api() {
            return api;
        }

        @Override
        public void close() {
            api.close();
        }
    }

    Sender sender(String name) {
        Sender sender = new Sender(name);
        senders.add(sender);
        return sender;
    }

    /** Everybody begins. */
    void begin() {
        for (String place : List.of("shandong", "anhui")) {
            Sender sender = sender("entries " + place);
            work.add(threads.submit(() -> sender.entries(place)));
        }
        for (String which : List.of("first", "second")) {
            Sender sender = sender("cases weihai " + which);
            work.add(threads.submit(() -> sender.cases("weihai")));
        }
    }

    Pace pace() {
        return pace;
    }

    /** Everybody finishes what he has in hand. */
    void finish() throws Exception {
        enough.countDown();
        for (Future<?> one : work) {
            one.get(3, TimeUnit.MINUTES);
        }
    }

    List<Acknowledged> acknowledged() {
        return senders.stream().flatMap(sender -> sender.manner.acknowledged().stream()).toList();
    }

    List<Evidence.Tolerated> tolerated() {
        return senders.stream().flatMap(sender -> sender.tolerated.stream()).toList();
    }

    /** What was refused to anybody: nothing should have been. */
    List<String> refused() {
        return senders.stream().flatMap(sender -> sender.said.toString(StandardCharsets.UTF_8).lines()).filter(line -> line.startsWith("FAILED")).toList();
    }

    /** Why they had to ask again, and how often. */
    Map<String, Integer> unanswered() {
        Map<String, Integer> all = new TreeMap<>();
        senders.forEach(sender -> sender.manner.unanswered().forEach((why, times) -> all.merge(why, times, Integer::sum)));
        return all;
    }

    @Override
    public void close() {
        enough.countDown();
        threads.shutdownNow();
        threads.close();
        senders.forEach(Sender::close);
    }
}
