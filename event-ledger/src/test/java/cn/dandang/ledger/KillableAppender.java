package cn.dandang.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that appends as fast as it can and says what was acknowledged, until it is killed or its standard input ends. */
final class KillableAppender {

    private static final int WRITERS = 8;

    private KillableAppender() {
    }

    public static void main(String[] arguments) throws IOException {
        Ledger ledger = Ledger.open(SqliteLedgerStore.open(Path.of(arguments[0])), LedgerOptions.defaults());
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().daemon().start(() -> append(ledger));
        }
        while (System.in.read() >= 0) {
            // nothing is said to it: the end of its input is the end of its parent
        }
        ledger.close();
    }

    private static void append(Ledger ledger) {
        String stream = Records.newStream();
        for (long version = 0; ; version += 2) {
            Appended appended = ledger.append(List.of(Records.in(stream, version), Records.in(stream, version + 1)));
            String line = appended.firstPosition() + " " + appended.records().getFirst().record().id() + " "
                    + appended.records().getLast().record().id();
            synchronized (System.out) {
                System.out.println(line);
                System.out.flush();
            }
        }
    }
}
