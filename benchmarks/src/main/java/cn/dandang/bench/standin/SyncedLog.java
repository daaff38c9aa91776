package cn.dandang.bench.standin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** A file that is written at its end and synced; callers that wait at the same time share one sync. */
final class SyncedLog implements AutoCloseable {

    private final FileChannel channel;
    private final ReentrantLock syncing = new ReentrantLock();
    private long written;
    private volatile long synced;

    SyncedLog(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Writes the bytes; they are durable when this returns. */
    void append(ByteBuffer bytes) throws IOException {
        long mine;
        synchronized (this) {
            while (bytes.hasRemaining()) {
                written += channel.write(bytes);
            }
            mine = written;
        }
        syncing.lock();
        try {
            if (synced < mine) {
                long reached;
                synchronized (this) {
                    reached = written;
                }
                channel.force(false);
                synced = reached;
            }
        } finally {
            syncing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
