package cn.dandang.ledger.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What must be unique, as three numbers each (hash of the key, what it is, position), sorted into files by the first bits of the
 * hash: so that keys which may be the same meet in one file, and memory does not grow with the ledger.
 */
final class KeySpill implements AutoCloseable {

    /** An id that is its record's once key, too. */
    static final long ID_AND_ONCE = -1;
    /** An id whose record has another once key. */
    static final long ID = -2;
    /** A once key that is not its record's id. */
    static final long ONCE = -3;

    static final int ENTRY_BYTES = 3 * Long.BYTES;
    private static final int PART_BITS = 6;
    private static final int PARTS = 1 << PART_BITS;
    private static final int BUFFER_BYTES = 512 * ENTRY_BYTES;

    private final Path folder;
    private final int usedBits;
    private final ByteBuffer[] buffers = new ByteBuffer[PARTS];
    private final FileChannel[] files = new FileChannel[PARTS];
    private final long[] written = new long[PARTS];

    /** Takes the entries of a part, in order of position. */
    interface PartCheck {
        void check(long[] entries) throws IOException;
    }

    private KeySpill(Path folder, int usedBits) {
        this.folder = folder;
        this.usedBits = usedBits;
    }

    static KeySpill open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new KeySpill(folder, 0);
    }

    /** Goes on with what lies in the folder, without what came after these lengths. */
    static KeySpill resume(Path folder, long[] lengths) throws IOException {
        KeySpill spill = open(folder);
        for (int part = 0; part < PARTS; part++) {
            if (lengths[part] > 0) {
                FileChannel file = spill.file(part);
                if (file.size() < lengths[part]) {
                    throw new IOException("The keys in " + folder + " are not those of the verification that is to be resumed");
                }
                file.truncate(lengths[part]);
                spill.written[part] = lengths[part];
            }
        }
        return spill;
    }

    /** @param what one of the constants, or the version in a stream */
    void add(long hash, long what, long position) throws IOException {
        int part = (int) (hash << usedBits >>> Long.SIZE - PART_BITS);
        ByteBuffer buffer = buffers[part];
        if (buffer == null) {
            buffer = ByteBuffer.allocate(BUFFER_BYTES);
            buffers[part] = buffer;
        }
        buffer.putLong(hash).putLong(what).putLong(position);
        if (!buffer.hasRemaining()) {
            flush(part);
        }
    }

    private void flush(int part) throws IOException {
        ByteBuffer buffer = buffers[part].flip();
        while (buffer.hasRemaining()) {
            written[part] += file(part).write(buffer, written[part]);
        }
        buffer.clear();
    }

    private FileChannel file(int part) throws IOException {
        if (files[part] == null) {
            files[part] = FileChannel.open(folder.resolve("part-" + part), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return files[part];
    }

    /** Writes everything out; what {@link #resume} is to be given. */
    long[] lengths() throws IOException {
        for (int part = 0; part < PARTS; part++) {
            if (buffers[part] != null) {
                flush(part);
            }
        }
        return written.clone();
    }

    /** Hands out part by part, each small enough to be sorted in memory. */
    void check(int mostEntries, PartCheck check) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            long buffered = buffers[part] == null ? 0 : buffers[part].position();
            long entries = (written[part] + buffered) / ENTRY_BYTES;
            // after three divisions only the versions of one huge stream are left together
            if (entries > mostEntries && usedBits < 3 * PART_BITS) {
                divide(part, mostEntries, check);
            } else if (entries > 0) {
                check.check(load(part));
            }
        }
    }

    private void divide(int part, int mostEntries, PartCheck check) throws IOException {
        try (KeySpill smaller = new KeySpill(Files.createDirectories(folder.resolve("of-" + part)), usedBits + PART_BITS)) {
            flushIfAny(part);
            ByteBuffer page = ByteBuffer.allocate(BUFFER_BYTES);
            for (long at = 0; at < written[part]; ) {
                page.clear();
                at += readFully(part, page, at);
                for (page.flip(); page.hasRemaining(); ) {
                    smaller.add(page.getLong(), page.getLong(), page.getLong());
                }
            }
            smaller.check(mostEntries, check);
        }
    }

    private long[] load(int part) throws IOException {
        if (written[part] == 0) {
            return longs(buffers[part].duplicate().flip());
        }
        flushIfAny(part);
        ByteBuffer all = ByteBuffer.allocate((int) written[part]);
        readFully(part, all, 0);
        return longs(all.flip());
    }

    private void flushIfAny(int part) throws IOException {
        if (buffers[part] != null) {
            flush(part);
        }
    }

    private long readFully(int part, ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int read = file(part).read(into, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return at - from;
    }

    private static long[] longs(ByteBuffer bytes) {
        long[] longs = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(longs);
        return longs;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            if (file != null) {
                file.close();
            }
        }
        Arrays.fill(buffers, null);
    }
}
