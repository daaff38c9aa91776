package cn.dandang.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service that takes every order, begins to answer, and is killed before the end; or that takes its time over a long answer. */
final class FalteringService implements AutoCloseable {
    /** How it goes away. */
    enum End { CLOSED, RESET }

    private static final int WITHOUT_END = -1;
    private final ServerSocket server;
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private volatile Speech speech = new Speech("", "", 0, End.CLOSED);

    private record Speech(String begin, String rest, int pauseMillis, End end) {}

    FalteringService() throws IOException {
        server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** What it says from now on: at once, head included; and the rest after a pause, before it goes away. */
    void says(String begin, String rest, int pauseMillis, End end) {
        speech = new Speech(begin, rest, pauseMillis, end);
    }

    /** Says the head, and then a mebibyte after the other for as long as somebody listens. */
    void talksOn(String head) {
        speech = new Speech(head, "a".repeat(1 << 20), WITHOUT_END, End.CLOSED);
    }

    /** Whether somebody hung up in the midst of an answer. */
    boolean awaitHungUp(Duration atMost) throws InterruptedException {
        return hungUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            readHead(caller.getInputStream());
            Speech said = speech;
            OutputStream out = caller.getOutputStream();
            out.write(said.begin.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (said.pauseMillis == WITHOUT_END && never.getCount() > 0) {
                out.write(said.rest.getBytes(StandardCharsets.US_ASCII));
            }
            never.await(said.pauseMillis, TimeUnit.MILLISECONDS);
            out.write(said.rest.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (said.end == End.RESET) {
                caller.setSoLinger(true, 0);
            }
        } catch (SocketException gone) {
            // the gateway gave up first
            hungUp.countDown();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int one = in.read();
            if (one < 0) {
                return;
            }
            newlines = one == '\n' ? newlines + 1 : one == '\r' ? newlines : 0;
        }
    }

    @Override
    public void close() throws IOException {
        never.countDown();
        server.close();
    }
}
