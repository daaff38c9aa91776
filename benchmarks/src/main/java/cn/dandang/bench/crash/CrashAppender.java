package cn.dandang.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.MongoLedgerStore;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.OutcomeUnknownException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process that appends until it is killed. It asks again until it knows, and then prints one line for each record:
 * {@code ack ID POSITION durable}.
 */
final class CrashAppender {

    private static final int THREADS = 4;

    private final Ledger ledger;
    private final String name;

    private CrashAppender(Ledger ledger, String name) {
        this.ledger = ledger;
        this.name = name;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        try (Ledger ledger = Ledger.open(MongoLedgerStore.open(arguments[0], WireCrash.DATABASE, WireCrash.COLLECTION),
                LedgerOptions.defaults().withAppendTimeout(Duration.ofSeconds(3)));
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            CrashAppender appender = new CrashAppender(ledger, arguments[1]);
            for (int i = 0; i < THREADS; i++) {
                String stream = "crash-" + arguments[1] + "-" + i;
                threads.submit(() -> appender.appendForEver(stream));
            }
        }
    }

    private void appendForEver(String stream) {
        for (long version = 0; ; version++) {
            NewRecord record = NewRecord.of(stream + "/" + version, stream, version, "crash.appended.v1", 1, "{}".getBytes(UTF_8),
                    ("{\"by\":\"" + name + "\"}").getBytes(UTF_8));
            long position = append(record);
            synchronized (System.out) {
                System.out.println("ack " + record.id() + " " + position + " durable");
            }
        }
    }

    private long append(NewRecord record) {
        while (true) {
            try {
                return ledger.append(List.of(record)).firstPosition();
            } catch (OutcomeUnknownException | LedgerUnavailableException unknown) {
                // asked again with the same keys
            } catch (AppendRefusedException refused) {
                // the first try has landed: its id is taken, by itself
                if (!(refused.refusal() instanceof AppendRefused.TooLarge)) {
                    var landed = ledger.findById(record.id());
                    if (landed.isPresent()) {
                        return landed.get().position();
                    }
                }
                throw refused;
            }
        }
    }
}
