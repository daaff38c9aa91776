package cn.dandang.deploy.check;

import cn.dandang.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The business clock of a local installation: an offset in a topic, forward only. */
public final class BusinessTime {
    private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");
    private final String bootstrap;
    private Duration offset = Duration.ZERO;

    public BusinessTime(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The legal date, Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(Instant.now().plus(offset), LEGAL_ZONE);
    }

    public Instant now() {
        return Instant.now().plus(offset);
    }

    /** Moves business time forward by so many days; services follow within a moment. */
    public void pass(int days) {
        offset = offset.plusDays(days);
        write();
    }

    private void write() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all", "client.id", "check-clock");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            byte[] value = ("{\"millis\":" + offset.toMillis() + "}").getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.CLOCK, "offset", value)).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the business clock could not be moved", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
