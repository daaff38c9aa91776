package cn.dandang.bench.crash;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an appender and the server and, at messages that the seed chooses, loses the request, loses the answer after the
 * server has done what it was asked, or answers late.
 */
final class FaultProxy implements AutoCloseable {

    /** One message in so many meets a fault. */
    private static final int ONE_IN = 150;
    private static final int HEADER_BYTES = 4;
    private static final int LONGEST_DELAY_MILLIS = 200;

    private enum What { NOTHING, LOSE_REQUEST, LOSE_ANSWER, LATE }

    private final int upstream;
    private final ServerSocket listening;
    private final Random random;
    private final AtomicLong faults = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FaultProxy(int upstream, long seed) throws IOException {
        this.upstream = upstream;
        this.random = new Random(seed);
        this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    long faults() {
        return faults.get();
    }

    private @Nullable Void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            threads.submit(() -> serve(client));
        }
        return null;
    }

    /** The driver asks one thing at a time on a connection, so request and answer alternate. */
    private @Nullable Void serve(Socket client) throws IOException {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream requests = new BufferedInputStream(client.getInputStream());
            InputStream answers = new BufferedInputStream(server.getInputStream());
            while (true) {
                byte[] request = message(requests);
                What what = next();
                if (what == What.LOSE_REQUEST) {
                    return null;
                }
                send(server.getOutputStream(), request);
                byte[] answer = message(answers);
                if (what == What.LOSE_ANSWER) {
                    return null;
                }
                if (what == What.LATE) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay()));
                }
                send(client.getOutputStream(), answer);
            }
        } catch (IOException ended) {
            // one side has gone; so does the other
            return null;
        }
    }

    private synchronized What next() {
        if (random.nextInt(ONE_IN) != 0) {
            return What.NOTHING;
        }
        faults.incrementAndGet();
        return What.values()[1 + random.nextInt(What.values().length - 1)];
    }

    private synchronized int delay() {
        return random.nextInt(LONGEST_DELAY_MILLIS);
    }

    private static byte[] message(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int length = Integer.reverseBytes(data.readInt());
        byte[] message = new byte[length];
        data.readFully(message, HEADER_BYTES, length - HEADER_BYTES);
        for (int i = 0; i < HEADER_BYTES; i++) {
            message[i] = (byte) (length >>> i * Byte.SIZE);
        }
        return message;
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
