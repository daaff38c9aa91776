package cn.dandang.bench.crash;

import cn.dandang.ledger.tree.Rfc6962;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What befalls which message of which connection. It is a function of the seed and the two numbers alone, so that the moment at which a message
 * comes, and what other connections do meanwhile, change nothing.
 */
record FaultPlan(long seed) {

    /** One message in so many meets a fault. */
    private static final int ONE_IN = 150;
    private static final int LONGEST_DELAY_MILLIS = 200;

    /** What befalls a message. */
    sealed interface Fault {
        /** It does not reach the server; the connection ends. */
        record RequestLost() implements Fault {}

        /** The server did what it was asked and nobody is told; the connection ends. */
        record AnswerLost() implements Fault {}

        /** The answer comes so much later. */
        record AnswerLate(int millis) implements Fault {}

        /** It comes and goes. */
        record None() implements Fault {}
    }

    /**
     * @param connection number in the order in which connections were made, from 0
     * @param message    number in its connection, from 0
     */
    Fault at(int connection, long message) {
        // not for secrecy: its values are specified, so that a seed told years ago still says the same
        ByteBuffer drawn = ByteBuffer.wrap(Rfc6962.sha256(ByteBuffer.allocate(Long.BYTES + Integer.BYTES + Long.BYTES).putLong(seed).putInt(connection).putLong(message).array()));
        if (below(drawn, ONE_IN) != 0) {
            return new Fault.None();
        }
        return switch (below(drawn, 3)) {
            case 0 -> new Fault.RequestLost();
            case 1 -> new Fault.AnswerLost();
            default -> new Fault.AnswerLate(below(drawn, LONGEST_DELAY_MILLIS));
        };
    }

    private static int below(ByteBuffer drawn, int bound) {
        return Integer.remainderUnsigned(drawn.getInt(), bound);
    }

    /** The faults of the first connections, each up to the one that ends it: {@code 2: late@17(120ms) answer@95}. */
    List<String> lines(int connections) {
        List<String> lines = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            lines.add(connection + ":" + line(connection));
        }
        return lines;
    }

    private String line(int connection) {
        StringBuilder line = new StringBuilder();
        for (long message = 0; ; message++) {
            switch (at(connection, message)) {
                case Fault.None none -> { }
                case Fault.AnswerLate(int millis) -> line.append(" late@").append(message).append('(').append(millis).append("ms)");
                case Fault.RequestLost lost -> {
                    return line.append(" request@").append(message).toString();
                }
                case Fault.AnswerLost lost -> {
                    return line.append(" answer@").append(message).toString();
                }
            }
        }
    }
}
