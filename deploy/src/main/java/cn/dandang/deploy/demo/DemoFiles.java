package cn.dandang.deploy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demonstration's files in the order of {@code demo/index.yaml}. */
public final class DemoFiles {
    private final List<Source> sources;
    private final String digest;

    record Source(String name, List<Map<String, Object>> entries) {}

    private DemoFiles(List<Source> sources, String digest) {
        this.sources = sources;
        this.digest = digest;
    }

    List<Source> sources() {
        return sources;
    }

    /** Changes whenever any request changes. */
    public String digest() {
        return digest;
    }

    /** How many requests there are. */
    public int size() {
        return sources.stream().mapToInt(source -> source.entries().size()).sum();
    }

    /** Only the files with these names, in their order. */
    public DemoFiles only(Set<String> names) {
        return new DemoFiles(sources.stream().filter(source -> names.contains(source.name())).toList(), digest);
    }

    /** All but the files with these names, in their order. */
    public DemoFiles without(Set<String> names) {
        return new DemoFiles(sources.stream().filter(source -> !names.contains(source.name())).toList(), digest);
    }

    /** The files that are packed with the launcher. */
    public static DemoFiles packed() {
        Map<String, String> contents = new LinkedHashMap<>();
        List<String> order = yaml().load(text("index.yaml"));
        order.forEach(name -> contents.put(name, text(name)));
        return of(contents);
    }

    /** One file with this content. */
    static DemoFiles of(String name, String content) {
        return of(Map.of(name, content));
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private static DemoFiles of(Map<String, String> contents) {
        List<Source> sources = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        contents.forEach((name, content) -> {
            all.append(content);
            List<Map<String, Object>> entries = yaml().load(content);
            sources.add(new Source(name, entries == null ? List.of() : List.copyOf(entries)));
        });
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return new DemoFiles(List.copyOf(sources), HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String text(String name) {
        try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("demo/" + name + " is not packed with the launcher");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
