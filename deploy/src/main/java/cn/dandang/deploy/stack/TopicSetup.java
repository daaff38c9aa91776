package cn.dandang.deploy.stack;

import cn.dandang.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Waits for a broker and creates the topics of the table that it does not have yet. */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicSetup() {}

    /** Whether the broker serves, asked once. */
    static boolean serves(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "1500", "default.api.timeout.ms", "1500",
                "retries", "0", "reconnect.backoff.ms", "50", "client.id", "launcher-probe");
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Creates what is missing and tells how many, waiting for the broker; replication is the broker's own default. */
    public static int createMissing(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "client.id", "launcher", "default.api.timeout.ms", Long.toString(PATIENCE.toMillis())))) {
            Set<String> existing = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.<Short>empty()).configs(topic.settings()))
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                created.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            return missing.size();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw refused(failure.getCause());
            }
            // somebody else created them at the same moment
            return 0;
        } catch (TimeoutException late) {
            throw refused(late);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw refused(ended);
        }
    }

    private static StackFailure refused(Throwable cause) {
        return new StackFailure(ExitCode.PROCESS_FAILED,
                "无法在消息总线上建立主题（" + cause.getClass().getSimpleName() + "：" + cause.getMessage() + "）；请检查消息总线的地址与日志。",
                "The topics could not be created on the broker (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + "); check its address and its log.");
    }
}
