package cn.dandang.tolerance.planted;

import org.apache.kafka.common.TopicPartition;

/** Breaks: only the kit knows Kafka. */
class UsesMachinery {
    TopicPartition partition() {
        return new TopicPartition("t", 0);
    }
}
