package cn.dandang.ledger.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification is, in a file, so that it can go on after it was interrupted; and the folder in which it sorts keys. It
 * holds the tree's hashes as far as it was verified: what was read before may be gone, it cannot become something else.
 */
final class Progress implements AutoCloseable {

    private static final String FORM = "dandang-verification 1";
    private static final HexFormat HEX = HexFormat.of();

    private final @Nullable Path file;
    private final Path keys;

    /**
     * A point between two records to which a verification returns.
     *
     * @param subject what is verified; nothing else can be resumed with it
     * @param offset  where to go on reading
     * @param met     size of the largest known head that was met
     * @param secret  key of the hashes in the folder
     * @param lengths lengths of the files there
     */
    record Point(String subject, long offset, long line, long size, List<byte[]> range, long batches, long peakAt, long met, long[] secret, long[] lengths) {
    }

    /** @param file null for a verification that cannot be resumed */
    Progress(@Nullable Path file) throws IOException {
        this.file = file;
        this.keys = file == null ? Files.createTempDirectory("dandang-verify") : file.resolveSibling(file.getFileName() + ".keys");
    }

    Path keys() {
        return keys;
    }

    boolean kept() {
        return file != null;
    }

    static long[] newSecret() {
        SecureRandom random = new SecureRandom();
        return new long[] {random.nextLong(), random.nextLong()};
    }

    /**
     * Where an earlier run stopped.
     *
     * @throws IOException if the file is not one of this subject
     */
    Optional<Point> last(String subject) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file, US_ASCII);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            Point point = parse(lines);
            if (point.subject().equals(subject)) {
                return Optional.of(point);
            }
        } catch (RuntimeException damaged) {
            throw new IOException(file + " 不是核验进度文件 · is not the progress of a verification", damaged);
        }
        throw new IOException(file + " 是另一份账本的核验进度 · is the progress of verifying something else");
    }

    private static Point parse(List<String> lines) {
        if (!lines.getFirst().equals(FORM) || lines.size() != 7) {
            throw new IllegalArgumentException("not in the form of a progress file");
        }
        long[] numbers = longs(lines.get(2));
        List<byte[]> range = Arrays.stream(lines.get(3).split(" ")).filter(hash -> !hash.isEmpty()).map(HEX::parseHex).toList();
        if (numbers.length != 6 || range.size() != Long.bitCount(numbers[2])) {
            throw new IllegalArgumentException("not in the form of a progress file");
        }
        return new Point(lines.get(1), numbers[0], numbers[1], numbers[2], range, numbers[3], numbers[4], numbers[5], longs(lines.get(4)), longs(lines.get(5)));
    }

    private static long[] longs(String line) {
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    void save(Point point) throws IOException {
        if (file == null) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(FORM, point.subject(),
                text(point.offset(), point.line(), point.size(), point.batches(), point.peakAt(), point.met()),
                point.range().stream().map(HEX::formatHex).collect(Collectors.joining(" ")), text(point.secret()), text(point.lengths()), "end"));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, lines, US_ASCII);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    /** The verification came to its end: nothing is left to resume. */
    void finished() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
            remove(keys);
        }
    }

    @Override
    public void close() throws IOException {
        if (file == null) {
            remove(keys);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
