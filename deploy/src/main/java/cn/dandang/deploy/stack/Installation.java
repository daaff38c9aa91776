package cn.dandang.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the built parts lie. */
public record Installation(Path root) {
    static final String VERSION = "0.1.0-SNAPSHOT";

    /**
     * The checkout that this program runs from: system property {@code dandang.home}, else the nearest folder upwards that has
     * the launcher's module.
     */
    public static Installation find() {
        String home = System.getProperty("dandang.home");
        if (home != null) {
            return new Installation(Path.of(home).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/pom.xml")) && Files.isRegularFile(folder.resolve("mvnw"))) {
                return new Installation(folder);
            }
        }
        throw new StackFailure(ExitCode.DATA_BROKEN,
                "找不到担当的安装目录；请在代码目录中运行 ./dandang。",
                "The installation folder was not found; run ./dandang in the checkout.");
    }

    /** The executable jar of a service or the gateway; one that is not built is refused. */
    public Path executable(String name) {
        String module = name.equals("gateway") ? name : name + "-service";
        Path jar = root.resolve(module).resolve("target").resolve(module + "-" + VERSION + "-exec.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StackFailure(ExitCode.BUILD_FAILED, name + " 尚未构建；请运行 ./mvnw -DskipTests package。", name + " is not built; run ./mvnw -DskipTests package.");
        }
        return jar;
    }

    /** The class path of the broker: the launcher's own classes and libraries, always in the same order. */
    List<String> brokerClassPath() {
        return classPath("deploy");
    }

    /** The class path of the benchmarks, which run in a process of their own. */
    public List<String> benchmarkClassPath() {
        return classPath("benchmarks");
    }

    private List<String> classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        Path jar = target.resolve(module + "-" + VERSION + ".jar");
        List<String> entries = new ArrayList<>();
        // in a test run the module's jar is not made yet
        entries.add((Files.isRegularFile(jar) ? jar : target.resolve("classes")).toString());
        try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            libraries.map(Path::toString).sorted().forEach(entries::add);
        } catch (IOException absent) {
            throw new StackFailure(ExitCode.BUILD_FAILED,
                    "缺少 " + target.resolve("lib") + "；请运行 ./mvnw -DskipTests package。", "The folder " + target.resolve("lib") + " is missing; run ./mvnw -DskipTests package.");
        }
        return entries;
    }

    public Path defaultData() {
        return root.resolve("var");
    }

    public Path cache() {
        return root.resolve("var/cache");
    }
}
