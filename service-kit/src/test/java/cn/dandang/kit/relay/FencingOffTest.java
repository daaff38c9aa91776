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
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fence once in place and once taken out, in the same course of things: one holder of the relay stands still with events in hand, another
 * takes over and publishes them, the first goes on.
 */
class FencingOffTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void with_the_fence_every_fact_is_there_once_and_in_order() {
        List<Long> published = positionsAfterATakeOver("fenced", true);
        assertThat(published).isEqualTo(IntStream.range(0, published.size()).mapToObj(Long::valueOf).toList());
    }

    @Test
    void without_the_fence_what_the_first_holder_had_in_hand_is_there_twice_and_out_of_order() {
        List<Long> published = positionsAfterATakeOver("unfenced", false);
        assertThat(new HashSet<>(published)).hasSizeLessThan(published.size());
        assertThat(published).isNotEqualTo(published.stream().sorted().toList());
    }

    /** The ledger positions of the facts of one matter as a reader sees them, which all lie in one partition. */
    private List<Long> positionsAfterATakeOver(String name, boolean fenced) {
        TestBroker.topicsOf(name);
        try (WireService service = WireService.in(folder, name)) {
            String matter = service.newMatter();
            IntStream.range(0, 20).forEach(n -> service.send(new MatterCommand.Note(matter, "before " + n, 1)));
            CountDownLatch inHand = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            List<Step> committed = new CopyOnWriteArrayList<>();
            RelayTerm first = term(service, fenced ? name + ".relay" : name + ".relay.first", step -> {
                if (step == Step.RANGE_TAKEN && inHand.getCount() > 0) {
                    inHand.countDown();
                    pass(goOn);
                }
                if (step == Step.COMMITTED) {
                    committed.add(step);
                }
            });
            first.start();
            pass(inHand);
            RelayTerm second = term(service, fenced ? name + ".relay" : name + ".relay.second", step -> { });
            second.start();
            int all = (int) service.ledger.head();
            await().atMost(LONG).until(() -> published(name).size() >= all);
            second.close();
            goOn.countDown();
            // it either is refused by the brokers or publishes what it had in hand
            await().atMost(LONG).until(() -> !first.running() || !committed.isEmpty());
            first.close();
            return published(name);
        }
    }

    private static RelayTerm term(WireService service, String transactionalId, Consumer<Step> reached) {
        return new RelayTerm(service.name, service.ledger, service::read, Matters.PUBLISHER, service.clients, false, next -> { }, reached,
                () -> RelayProducer.named(service.clients, transactionalId));
    }

    private static List<Long> published(String name) {
        return TestBroker.committed(Topics.facts(name)).stream().map(record -> FactCodec.decode(record).orElseThrow().position()).toList();
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
