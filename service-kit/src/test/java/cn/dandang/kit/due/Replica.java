package cn.dandang.kit.due;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.relay.Relay;
import cn.dandang.kit.relay.RelayStatus;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.WireService;
import cn.dandang.ledger.MongoLedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process of several on one ledger: appends, relays when it holds the lease, ticks. Writes a line for each acknowledged append and for
 * each change of its relay, and ends when its input closes.
 */
public final class Replica {
    private static final Duration REJOIN = Duration.ofMillis(300);
    private static final String DATABASE = "replicas";
    private static final String COLLECTION = "ledger";

    private Replica() {}

    /** A matter expires on the day after its limit. */
    private static final class Limits implements DueSource {
        @Override
        public void on(RecordedEvent event, DueList due) {
            if (event.event() instanceof MatterEvent.Entered entered) {
                due.put(new DueItem("limit/" + event.stream(), entered.limit().plusDays(1), List.of(new MatterCommand.Expire(event.stream()))));
            }
        }
    }

    static MongoLedgerStore store(String mongo) {
        return MongoLedgerStore.open(mongo, DATABASE, COLLECTION);
    }

    /** @param arguments brokers, address of the store, service, name of this replica, hours that its clock is wrong, file for its lines */
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(Long.parseLong(arguments[4])));
        Path said = Path.of(arguments[5]);
        CountDownLatch end = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // whatever is typed is of no meaning
                }
            } catch (IOException closed) {
                // that is the end, too
            }
            end.countDown();
        });
        try (WireService service = WireService.replica(store(arguments[1]), arguments[2], new KafkaClients(arguments[2], arguments[0], Map.of()), clock);
                Relay relay = new Relay(arguments[2], service.ledger, service::read, Matters.PUBLISHER, service.clients, false, REJOIN);
                DueTicker ticker = new DueTicker(arguments[2], service.ledger, service::read, List.of(new Limits()), service.orders, service.clock)) {
            relay.start();
            ticker.start();
            String matter = service.newMatter();
            RelayStatus.State state = relay.status().state();
            for (int n = 0; !end.await(15, TimeUnit.MILLISECONDS); n++) {
                if (n % 10 == 0) {
                    service.send(new MatterCommand.Enter(service.newMatter(), "cadre", service.clock.today().minusDays(10)));
                }
                String text = arguments[3] + "/" + n;
                say(said, "acknowledged " + service.send(new MatterCommand.Note(matter, text, 1)).position() + " " + text);
                if (relay.status().state() != state) {
                    state = relay.status().state();
                    say(said, "relay " + state);
                }
            }
        }
    }

    private static void say(Path said, String line) {
        try {
            Files.writeString(said, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
