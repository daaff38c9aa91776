package cn.dandang.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.relay.RelayTerm.Step;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A holder stands still after a step, another takes over and publishes, the first goes on: it is fenced, and every fact is there once. */
class RelayPausesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static RelayTerm term(WireService service, Consumer<Step> reached) {
        return new RelayTerm(service.name, service.ledger, service::read, Matters.PUBLISHER, service.clients, false, next -> { }, reached,
                () -> RelayProducer.open(service.clients, service.name));
    }

    private static List<String> ids(String name) {
        return TestBroker.committed(Topics.facts(name)).stream().map(record -> FactCodec.decode(record).orElseThrow().id()).sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void who_stands_still_while_another_takes_over_is_fenced(Step step) {
        String name = "pause-" + step.name().toLowerCase().replace('_', '-');
        TestBroker.topicsOf(name);
        try (WireService service = WireService.in(folder, name)) {
            String matter = service.newMatter();
            IntStream.range(0, 20).forEach(n -> service.send(new MatterCommand.Note(matter, "before " + n, 1)));
            CountDownLatch there = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            RelayTerm first = term(service, at -> {
                if (at == step && there.getCount() > 0) {
                    there.countDown();
                    pass(goOn);
                }
            });
            first.start();
            pass(there);

            RelayTerm second = term(service, at -> { });
            second.start();
            service.send(new MatterCommand.Note(matter, "while the first stands still", 1));
            await().atMost(LONG).until(() -> ids(name).size() >= 21);
            goOn.countDown();
            // with nothing to publish it could not notice
            await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> {
                service.send(new MatterCommand.Note(matter, "after", 1));
                return !first.running();
            });

            assertThat(first.end()).isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
            int all = (int) service.ledger.head();
            await().atMost(LONG).until(() -> ids(name).size() >= all);
            assertThat(second.running()).isTrue();
            second.close();
            assertThat(ids(name)).isEqualTo(IntStream.range(0, all).mapToObj(position -> name + "/" + position + "/0").sorted().toList());
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
