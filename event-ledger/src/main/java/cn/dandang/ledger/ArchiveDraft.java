package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.dandang.ledger.checkpoint.PrivateFiles;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** An archive file that is being written: a name of its own until it is whole and on disk, then the digest of its content. */
final class ArchiveDraft implements AutoCloseable {

    private static final String UNFINISHED = ".unfinished";
    private static final byte[] BEGINNING = "dandang-archive 1\n".getBytes(US_ASCII);
    private static final int BUFFER_BYTES = 1 << 16;

    private final ArchiveFolder folder;
    private final Path beside;
    private final FileChannel channel;
    private final DigestOutputStream out;
    private final List<Place> places = new ArrayList<>();
    private long bytes;

    /**
     * Where a record is in the file.
     *
     * @param batch  first position of its batch
     * @param index  its index in the batch
     * @param offset where its entry begins
     */
    record Place(long batch, int index, long offset, int length, byte[] leaf) {

        long position() {
            return batch + index;
        }
    }

    private ArchiveDraft(ArchiveFolder folder, Path beside, FileChannel channel) throws IOException {
        this.folder = folder;
        this.beside = beside;
        this.channel = channel;
        this.out = new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), Rfc6962.newSha256());
        write(BEGINNING);
    }

    /** Begins a file, and removes what a process left behind that ended while it wrote one. */
    static ArchiveDraft begin(ArchiveFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder.path(), "*" + UNFINISHED)) {
            for (Path file : unfinished) {
                removeIfNobodyWrites(file);
            }
        }
        while (true) {
            Path beside = Files.createTempFile(folder.path(), "", UNFINISHED);
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (PrivateFiles.tryLock(channel) && Files.exists(beside)) {
                return new ArchiveDraft(folder, beside, channel);
            }
            // somebody else began at the same moment and took it for left behind
            channel.close();
        }
    }

    /** Whoever writes a file holds its lock until it has its name. */
    private static void removeIfNobodyWrites(Path file) throws IOException {
        try (FileChannel left = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (PrivateFiles.tryLock(left)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // it got its name, or somebody else removed it
        }
    }

    /** @throws UncheckedIOException if it cannot be written */
    void add(long batch, int index, EncodedRecord record) {
        Place place = new Place(batch, index, bytes, record.length(), record.leafHash());
        places.add(place);
        try {
            write(ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(place.position()).putInt(record.length()).array());
            write(record.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] more) throws IOException {
        out.write(more);
        bytes += more.length;
    }

    long bytes() {
        return bytes;
    }

    List<Place> places() {
        return places;
    }

    /** Makes everything durable under the name it has now. */
    ArchiveFile sync() throws IOException {
        out.flush();
        channel.force(true);
        return new ArchiveFile(HexFormat.of().formatHex(out.getMessageDigest().digest()), bytes, places.size());
    }

    /** Gives it its name for good. A file of that name has this content, or had it before somebody damaged it. */
    void name(ArchiveFile file) throws IOException {
        Path named = Files.move(beside, folder.file(file.digest()), StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.readOnly(named);
        PrivateFiles.syncFolder(folder.path());
    }

    /**
     * Reads the file back from where it lies now: its digest, and every record by its leaf hash.
     *
     * @throws ArchiveUnreadableException if a record does not come back
     * @throws IOException                if the file has another digest
     */
    void readBack(ArchiveFile file) throws IOException {
        MessageDigest digest = Rfc6962.newSha256();
        try (OutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(folder.file(file.digest()), hashing);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.digest())) {
            throw new IOException("The archive file " + file.digest() + " does not come back as it was written. 归档文件读回的内容与写入的不同。");
        }
        for (Place place : places) {
            folder.read(place.position(), file.digest(), place.offset(), place.length(), place.leaf());
        }
    }

    /** Removes what was not given its name. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(beside);
    }
}
