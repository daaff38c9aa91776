package cn.dandang.deploy.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The broker's process: formats its folder once, serves, and ends in order when its standard input closes, so that it never
 * outlives the launcher. It ignores SIGINT, which a terminal sends to the whole group.
 */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Path file = Path.of(arguments[0]);
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        Thread.ofPlatform().daemon().name("lifeline").start(BrokerMain::endWithParent);
        format(file, Path.of(settings.getProperty("log.dirs")));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        try {
            server.startup();
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        server.awaitShutdown();
    }

    private static void format(Path settings, Path folder) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()};
        int result = StorageTool.execute(format, System.out);
        if (result != 0) {
            System.err.println("The broker's folder " + folder + " could not be formatted.");
            System.exit(result);
        }
    }

    private static void endWithParent() {
        byte[] ignored = new byte[64];
        try {
            while (System.in.read(ignored) >= 0) {
                // what arrives is of no interest, only that the other end is still there
            }
        } catch (IOException closed) {
            System.err.println("Standard input broke: the parent is gone.");
        }
        System.exit(0);
    }
}
