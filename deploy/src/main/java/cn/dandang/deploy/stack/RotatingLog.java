package cn.dandang.deploy.stack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files what a process prints, and keeps no more than the newest {@value #FILES} files of {@value #MOST_BYTES} bytes. */
final class RotatingLog {
    static final int FILES = 3;
    static final long MOST_BYTES = 10 * 1024 * 1024;
    private static final int REMEMBERED = 40;
    private static final Pattern TELLING = Pattern.compile("\\bERROR\\b|Exception|OutOfMemory|不能|无法|cannot");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private final Path file;
    private final long mostBytes;
    private final Deque<String> last = new ArrayDeque<>();

    RotatingLog(Path file) {
        this(file, MOST_BYTES);
    }

    RotatingLog(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    Path file() {
        return file;
    }

    /** The last lines that were printed, for an error message. */
    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    /** The sentence among the last lines that most likely says why a process ended. */
    String reason() {
        List<String> lines = lastLines().stream().filter(line -> !line.isBlank()).toList();
        String telling = lines.stream().filter(line -> TELLING.matcher(line).find()).reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "-" : lines.getLast());
        Matcher message = MESSAGE.matcher(telling);
        String text = message.find() ? message.group(1).replaceAll("\\\\[ntr]|\\*{3,}", " ").replace("\\\"", "'") : telling;
        String plain = text.replaceAll("\\s+", " ").strip();
        return plain.length() > 500 ? plain.substring(0, 500) + "…" : plain;
    }

    /** Copies until the process closes its output. A disk that takes no more must not stop the process: the output is then dropped. */
    void copy(InputStream output) {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[8192];
        try (output; Target target = new Target()) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                remember(line, new String(buffer, 0, read, StandardCharsets.UTF_8));
                target.write(buffer, read, output.available() == 0);
            }
        } catch (IOException ended) {
            // the process is gone
        }
    }

    /** The file that is written now. */
    private final class Target implements AutoCloseable {
        private @Nullable OutputStream stream;
        private long size;

        void write(byte[] bytes, int count, boolean flush) {
            try {
                OutputStream current = stream;
                if (current == null) {
                    size = Files.exists(file) ? Files.size(file) : 0;
                }
                if (size > 0 && size + count > mostBytes) {
                    close();
                    rotate();
                    current = null;
                    size = 0;
                }
                if (current == null) {
                    current = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
                    stream = current;
                }
                current.write(bytes, 0, count);
                size += count;
                if (flush) {
                    current.flush();
                }
            } catch (IOException full) {
                close();
            }
        }

        @Override
        public void close() {
            try {
                if (stream != null) {
                    stream.close();
                }
            } catch (IOException full) {
                // nothing more can be kept
            }
            stream = null;
        }
    }

    private void rotate() throws IOException {
        for (int number = FILES - 1; number > 0; number--) {
            Path from = number == 1 ? file : numbered(number - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private void remember(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && line.length() < 4000) {
                line.append(c);
            } else if (c == '\n') {
                synchronized (last) {
                    last.addLast(line.toString());
                    if (last.size() > REMEMBERED) {
                        last.removeFirst();
                    }
                }
                line.setLength(0);
            }
        }
    }
}
