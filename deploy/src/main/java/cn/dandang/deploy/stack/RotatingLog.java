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

/** Files what a process prints, and keeps no more than the newest {@value #FILES} files of {@value #MOST_BYTES} bytes. */
final class RotatingLog {
    static final int FILES = 3;
    static final long MOST_BYTES = 10 * 1024 * 1024;
    private static final int REMEMBERED = 40;
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

    /** Copies until the process closes its output. A disk that takes no more must not stop the process: the output is then dropped. */
    void copy(InputStream output) {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[8192];
        OutputStream target = OutputStream.nullOutputStream();
        long size = Long.MAX_VALUE;
        try (output) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                remember(line, new String(buffer, 0, read, StandardCharsets.UTF_8));
                try {
                    if (size + read > mostBytes) {
                        target.close();
                        size = size == Long.MAX_VALUE ? existing() : mostBytes;
                        if (size + read > mostBytes) {
                            rotate();
                            size = 0;
                        }
                        target = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
                    }
                    target.write(buffer, 0, read);
                    size += read;
                    if (output.available() == 0) {
                        target.flush();
                    }
                } catch (IOException full) {
                    size = Long.MAX_VALUE;
                    target = OutputStream.nullOutputStream();
                }
            }
        } catch (IOException ended) {
            // the process is gone
        } finally {
            try {
                target.close();
            } catch (IOException full) {
                // nothing more can be kept
            }
        }
    }

    private long existing() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
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
