package cn.dandang.bench.ledger;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.broker.BrokerMain;
import cn.dandang.deploy.broker.BrokerSettings;
import cn.dandang.deploy.stack.TopicSetup;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The broker of a local run, as the launcher starts it: a process of its own with the same settings and memory. */
public final class LocalBroker implements AutoCloseable {

    private static final int FACT_PARTITIONS = 6;

    private final Process process;
    private final String bootstrap;

    private LocalBroker(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    public static LocalBroker start(Path folder) throws IOException {
        int port = freePort();
        Path settings = folder.resolve("broker.properties");
        try (Writer out = Files.newBufferedWriter(settings)) {
            BrokerSettings.of(folder.resolve("log"), port, freePort()).store(out, null);
        }
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx224m", "-Xms32m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=64m", "-Xss512k", "-XX:-UsePerfData",
                "-Dlogback.configurationFile=broker-logback.xml", "-Dlog4j2.statusLoggerLevel=OFF", "-cp", System.getProperty("java.class.path"),
                BrokerMain.class.getName(), settings.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("broker.log").toFile()).start();
        LocalBroker broker = new LocalBroker(process, "127.0.0.1:" + port);
        TopicSetup.createMissing(broker.bootstrap);
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** The topics of one more service, so that each round begins with empty ones. */
    void topicsOf(String service) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(Topics.facts(service), FACT_PARTITIONS, (short) 1),
                    new NewTopic(Topics.relay(service), 1, (short) 1).configs(Map.of("cleanup.policy", "compact")))).all().get(60, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        // the broker ends in order when its input closes
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
