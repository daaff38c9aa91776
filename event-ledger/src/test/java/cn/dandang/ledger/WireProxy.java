package cn.dandang.ledger;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.RawBsonDocument;
import org.bson.io.ByteBufferBsonInput;
import org.bson.ByteBufNIO;

/** Stands between a MongoDB driver and a server, and does to the inserts of batches what its script says. */
final class WireProxy implements AutoCloseable {

    /** What happens to an insert. */
    enum Act {
        PASS,
        /** The server never sees it; the connection breaks. */
        DROP_REQUEST,
        /** The server does it; the connection breaks before the answer. */
        DROP_REPLY,
        /** The connection breaks, and the server sees it only when {@link #deliverHeld()} is called. */
        DELIVER_LATE,
        /** The server does it; the answer is a write-concern time-out. */
        WRITE_CONCERN_TIMEOUT
    }

    /** One insert as it passed by. */
    record Seen(long id, String batchId, byte[] document) {
    }

    /** What a command to the ledger's collection asks for: how it is to be written, or what may be read. */
    record Asked(String command, BsonDocument concern) {
    }

    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;

    private final int target;
    private final ServerSocket listener;
    private final ConcurrentLinkedQueue<Act> script = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<byte[]> held = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Supplier<Act> otherwise = () -> Act.PASS;
    final List<Seen> inserts = new CopyOnWriteArrayList<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    WireProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("wire-proxy").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What happens to the next inserts, in this order. */
    void script(Act... acts) {
        script.addAll(List.of(acts));
    }

    /** What happens to inserts when the script is at its end. */
    void otherwise(Supplier<Act> act) {
        otherwise = act;
    }

    /** Sends the server what was held back, and waits for its answers. */
    void deliverHeld() throws IOException {
        for (byte[] request = held.poll(); request != null; request = held.poll()) {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                server.getOutputStream().write(request);
                read(new DataInputStream(server.getInputStream()));
            }
        }
    }

    int heldBack() {
        return held.size();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofPlatform().daemon().name("wire-proxy-connection").start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed: the proxy ends
        }
    }

    private void serve(Socket client) {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(server);
            DataInputStream fromClient = new DataInputStream(client.getInputStream());
            DataInputStream fromServer = new DataInputStream(server.getInputStream());
            while (true) {
                byte[] request = read(fromClient);
                Act act = batchInsert(request).map(seen -> {
                    inserts.add(seen);
                    Act scripted = script.poll();
                    return scripted != null ? scripted : otherwise.get();
                }).orElse(Act.PASS);
                switch (act) {
                    case PASS -> client.getOutputStream().write(forward(request, server, fromServer));
                    case DROP_REQUEST -> {
                        return;
                    }
                    case DROP_REPLY -> {
                        forward(request, server, fromServer);
                        return;
                    }
                    case DELIVER_LATE -> {
                        held.add(request);
                        return;
                    }
                    case WRITE_CONCERN_TIMEOUT -> {
                        byte[] reply = forward(request, server, fromServer);
                        client.getOutputStream().write(timedOut(request, reply));
                    }
                }
            }
        } catch (IOException e) {
            // one side went away: so does this connection
        }
    }

    private static byte[] forward(byte[] request, Socket server, DataInputStream fromServer) throws IOException {
        OutputStream out = server.getOutputStream();
        out.write(request);
        return read(fromServer);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] length = new byte[Integer.BYTES];
        in.readFully(length);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (size < HEADER) {
            throw new EOFException("not a message");
        }
        byte[] message = new byte[size];
        System.arraycopy(length, 0, message, 0, Integer.BYTES);
        in.readFully(message, Integer.BYTES, size - Integer.BYTES);
        return message;
    }

    /** The batch that a message inserts, if that is what it does. */
    private Optional<Seen> batchInsert(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(12) != OP_MSG) {
            return Optional.empty();
        }
        in.position(HEADER + Integer.BYTES);
        BsonDocument command = null;
        byte[] document = null;
        while (in.hasRemaining()) {
            if (in.get() == 0) {
                command = decode(bytes(in, in.getInt(in.position())));
            } else {
                int end = in.position() + in.getInt(in.position());
                in.position(in.position() + Integer.BYTES);
                while (in.get() != 0) {
                    // the sequence's name ends with a zero
                }
                document = bytes(in, in.getInt(in.position()));
                in.position(end);
            }
        }
        if (command != null && command.get(command.getFirstKey()).equals(new BsonString("ledger"))) {
            BsonDocument none = new BsonDocument();
            asked.add(new Asked(command.getFirstKey(), command.getDocument("insert".equals(command.getFirstKey())
                    ? "writeConcern" : "readConcern", none)));
        }
        if (command == null || !command.containsKey("insert")) {
            return Optional.empty();
        }
        if (document == null) {
            document = encode(command.getArray("documents").getFirst().asDocument());
        }
        BsonDocument batch = decode(document);
        return batch.containsKey("batchId") ? Optional.of(
                new Seen(batch.getNumber("_id").longValue(), batch.getString("batchId").getValue(), document)) : Optional.empty();
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static BsonDocument decode(byte[] bytes) {
        try (BsonBinaryReader reader = new BsonBinaryReader(new ByteBufferBsonInput(new ByteBufNIO(ByteBuffer.wrap(bytes))))) {
            return new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
        }
    }

    private static byte[] encode(BsonDocument document) {
        RawBsonDocument raw = new RawBsonDocument(document, new BsonDocumentCodec());
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return bytes;
    }

    private static byte[] timedOut(byte[] request, byte[] reply) {
        byte[] answer = encode(BsonDocument.parse("""
                {n: 1, ok: 1.0, writeConcernError: {code: 64, codeName: "WriteConcernTimeout",
                 errmsg: "waiting for replication timed out", errInfo: {wtimeout: true}}}"""));
        int requestId = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        int replyId = ByteBuffer.wrap(reply).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        int size = HEADER + Integer.BYTES + 1 + answer.length;
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size).putInt(replyId).putInt(requestId).putInt(OP_MSG).putInt(0).put((byte) 0).put(answer).array();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
