package cn.dandang.bench.crash;

import cn.dandang.bench.crash.FaultPlan.Fault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an appender and the server and, at messages that the plan names, loses the request, loses the answer after the
 * server has done what it was asked, or answers late.
 */
final class FaultProxy implements AutoCloseable {

    private static final int HEADER_BYTES = 4;

    private final int upstream;
    private final ServerSocket listening;
    private final FaultPlan plan;
    private final AtomicLong faults = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FaultProxy(int upstream, FaultPlan plan) throws IOException {
        this.upstream = upstream;
        this.plan = plan;
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
        // one thread takes all: what it numbers is the order in which they came
        for (int connection = 0; !listening.isClosed(); connection++) {
            Socket client = listening.accept();
            int number = connection;
            threads.submit(() -> serve(client, number));
        }
        return null;
    }

    /** The driver asks one thing at a time on a connection, so request and answer alternate. */
    private @Nullable Void serve(Socket client, int connection) throws IOException {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream requests = new BufferedInputStream(client.getInputStream());
            InputStream answers = new BufferedInputStream(server.getInputStream());
            for (long message = 0; ; message++) {
                byte[] request = message(requests);
                Fault fault = plan.at(connection, message);
                if (!(fault instanceof Fault.None)) {
                    faults.incrementAndGet();
                }
                if (fault instanceof Fault.RequestLost) {
                    return null;
                }
                send(server.getOutputStream(), request);
                byte[] answer = message(answers);
                if (fault instanceof Fault.AnswerLost) {
                    return null;
                }
                if (fault instanceof Fault.AnswerLate(int millis)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
                }
                send(client.getOutputStream(), answer);
            }
        } catch (IOException ended) {
            // one side has gone; so does the other
            return null;
        }
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
