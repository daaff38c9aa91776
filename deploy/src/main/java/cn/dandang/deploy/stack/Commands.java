package cn.dandang.deploy.stack;

import cn.dandang.deploy.broker.BrokerMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command lines of the processes. */
final class Commands {
    private static final int ROOMY = 4;
    private final Path java;
    private final Installation installation;
    private final QuickStart quick;
    private final boolean roomy;

    /** @param roomy as {@link StackOptions#roomy()} */
    Commands(Installation installation, QuickStart quick, boolean roomy) {
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.installation = installation;
        this.quick = quick;
        this.roomy = roomy;
    }

    private List<String> jvm(Part part) {
        // eight processes share two cores: quick start and little memory count for more than peak speed
        return new ArrayList<>(List.of(java.toString(),
                "-Xmx" + (roomy ? ROOMY : 1) * part.heapMib() + "m", "-Xms32m", "-XX:+UseSerialGC", "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"));
    }

    List<String> broker(Path settings) {
        List<String> command = jvm(Part.BROKER);
        command.addAll(quick.broker());
        command.addAll(List.of("-Dlogback.configurationFile=broker-logback.xml", "-Dlog4j2.statusLoggerLevel=OFF", BrokerMain.class.getName(), settings.toString()));
        return command;
    }

    List<String> application(Part part, Map<String, String> properties) {
        List<String> command = jvm(part);
        command.addAll(List.of("-Ddisable-axoniq-console-message=true", "-Daxon.update-check.disabled=true"));
        command.addAll(quick.application(part.name(), installation.executable(part.name())));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    /** What a process learns beside its arguments, which everybody on the machine sees: passwords, and addresses that may hold one. */
    static Map<String, String> environment(StackOptions options, String password) {
        return Map.of("DANDANG_LOCAL_PASSWORD", password, "MONGODB_URI", options.mongodbUri().orElse(""));
    }

    static Map<String, String> properties(Part part, Ports ports, DataFolder folder, StackOptions options) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.profiles.active", "local");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", Integer.toString(ports.of(part.name())));
        properties.put("management.server.port", Integer.toString(ports.management(part.name())));
        properties.put("dandang.exit-on-stdin-close", "true");
        if (part.equals(Part.GATEWAY)) {
            for (Part service : Part.SERVICES) {
                properties.put("dandang.gateway.services." + service.name(), "http://127.0.0.1:" + ports.of(service.name()));
            }
            return properties;
        }
        properties.put("dandang.data-dir", folder.data().toString());
        properties.put("dandang.kafka.bootstrap", options.kafkaBootstrap().orElse(ports.bootstrap()));
        properties.put("dandang.tokens.jwks-uri", "http://127.0.0.1:" + ports.of("gateway") + "/internal/jwks");
        options.idsSeed().ifPresent(seed -> properties.put("dandang.ids.seed", Long.toString(seed)));
        properties.put("dandang.clock.adjustable", Boolean.toString(options.adjustableClock()));
        return properties;
    }
}
