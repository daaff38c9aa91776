package cn.dandang.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads resources of the module under test. */
final class TestResources {
    private TestResources() {}

    /** Lines that are neither empty nor begin with a #. */
    static List<String> lines(Class<?> test, String resource) {
        try (InputStream in = test.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("There is no test resource " + resource + ".");
            }
            return meaning(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> meaning(String text) {
        return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    /** The files of a resource folder with this ending, by name; at least one. */
    static List<Path> files(Class<?> test, String folder, String ending) {
        URL url = test.getResource(folder);
        if (url == null) {
            throw new AssertionError("There is no folder " + folder + " in the test resources.");
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
            if (found.isEmpty()) {
                throw new AssertionError("The folder " + folder + " holds no file *" + ending + ".");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
