package cn.dandang.deploy.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What makes processes start in a quarter of the processor time: each jar unpacked, and the JDK's ahead-of-time cache of its classes. Both lie
 * in the installation's cache folder under a digest of what they were made from, so an outdated one is never used. Without them
 * everything works, only slower.
 */
public final class QuickStart {
    private static final String CACHE = "classes.aot";
    private final Installation installation;
    private final boolean training;

    private QuickStart(Installation installation, boolean training) {
        this.installation = installation;
        this.training = training;
    }

    /** Uses what is there. */
    static QuickStart using(Installation installation) {
        return new QuickStart(installation, false);
    }

    /** Makes a process write its cache when it ends. */
    static QuickStart training(Installation installation) {
        return new QuickStart(installation, true);
    }

    /** Whether everything that could start quickly can. */
    static boolean isComplete(Installation installation) {
        QuickStart quick = using(installation);
        return Part.APPLICATIONS.stream().allMatch(part -> Files.exists(quick.folder(part).resolve(CACHE))) && Files.exists(quick.brokerFolder().resolve(CACHE));
    }

    /** JVM options of the broker, with its class path. */
    List<String> broker() {
        List<String> options = new ArrayList<>(options(brokerFolder()));
        options.addAll(List.of("-cp", String.join(File.pathSeparator, installation.brokerClassPath())));
        return options;
    }

    /** JVM options of an application, with its jar. */
    List<String> application(String name, Path jar) {
        Path folder = folder(name, digestOf(jar));
        Path unpacked = folder.resolve(jar.getFileName());
        if (!Files.exists(unpacked)) {
            return List.of("-jar", jar.toString());
        }
        List<String> options = new ArrayList<>(options(folder));
        if (training) {
            // a system property, for Spring reads this one nowhere else
            options.add("-Dspring.context.exit=onRefresh");
        }
        options.addAll(List.of("-jar", unpacked.toString()));
        return options;
    }

    private List<String> options(Path folder) {
        Path cache = folder.resolve(CACHE);
        if (training) {
            return List.of("-XX:AOTCacheOutput=" + folder.resolve(CACHE + ".new"), "-Xlog:aot=off", "-Xlog:cds=off");
        }
        // a cache that does not fit is passed over in silence, as the JDK does by default
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off") : List.of();
    }

    /** Unpacks an application that is not unpacked yet. */
    void unpack(Part part) {
        unpack(installation.executable(part.name()), folder(part));
    }

    void createBrokerFolder() {
        try {
            Files.createDirectories(brokerFolder());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes over the cache that was written, if one was. */
    void adopt(Part part) {
        Path folder = part.equals(Part.BROKER) ? brokerFolder() : folder(part);
        try {
            if (Files.exists(folder.resolve(CACHE + ".new"))) {
                Files.move(folder.resolve(CACHE + ".new"), folder.resolve(CACHE), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Drops what belongs to jars that are gone. */
    void dropOutdated() {
        dropOthers(Part.BROKER.name(), brokerFolder());
        Part.APPLICATIONS.forEach(part -> dropOthers(part.name(), folder(part)));
    }

    private static void unpack(Path jar, Path folder) {
        if (Files.exists(folder.resolve(jar.getFileName()))) {
            return;
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        try {
            Folders.delete(fresh);
            Folders.delete(folder);
            Files.createDirectories(fresh.getParent());
            int result = new ProcessBuilder(java.toString(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", fresh.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (result == 0) {
                Files.move(fresh, folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException hurried) {
            // it starts from its jar, only slower
            Thread.currentThread().interrupt();
        }
    }

    private void dropOthers(String name, Path keep) {
        if (!Files.isDirectory(installation.cache())) {
            return;
        }
        try (Stream<Path> all = Files.list(installation.cache())) {
            for (Path old : all.filter(folder -> folder.getFileName().toString().startsWith(name + "-") && !folder.equals(keep)).toList()) {
                Folders.delete(old);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder(Part application) {
        return folder(application.name(), digestOf(installation.executable(application.name())));
    }

    private Path folder(String name, String digest) {
        return installation.cache().resolve(name + "-" + digest);
    }

    private Path brokerFolder() {
        MessageDigest digest = digest();
        for (String entry : installation.brokerClassPath()) {
            Path file = Path.of(entry);
            try {
                update(digest, entry + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
            } catch (IOException missing) {
                update(digest, entry);
            }
        }
        return folder(Part.BROKER.name(), text(digest));
    }

    /** Of the content: the checksums that the jar itself lists, so that 60 MB need not be read. */
    private static String digestOf(Path jar) {
        MessageDigest digest = digest();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().filter(entry -> !entry.isDirectory()).sorted(Comparator.comparing(ZipEntry::getName))
                    .forEach(entry -> update(digest, entry.getName() + " " + entry.getSize() + " " + entry.getCrc()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text(digest);
    }

    private static MessageDigest digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"));
            return digest;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
