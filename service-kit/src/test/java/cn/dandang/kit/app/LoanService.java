package cn.dandang.kit.app;

import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReaderDecider;
import cn.dandang.kit.loan.ReturnedKnowsLateness;
import cn.dandang.kit.orders.CircumstancesSource;
import cn.dandang.kit.web.ViewPositions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootConfiguration
// the command half alone: no broker, no views
@EnableAutoConfiguration(excludeName = {
        "cn.dandang.kit.clock.ClockAutoConfiguration",
        "cn.dandang.kit.due.DueAutoConfiguration",
        "cn.dandang.kit.erasure.ErasureAutoConfiguration",
        "cn.dandang.kit.metrics.MetricsAutoConfiguration",
        "cn.dandang.kit.policy.PolicyAutoConfiguration",
        "cn.dandang.kit.question.QuestionAutoConfiguration",
        "cn.dandang.kit.erasure.ErasureAutoConfiguration",
        "cn.dandang.kit.reaction.ReactionAutoConfiguration",
        "cn.dandang.kit.register.RegisterAutoConfiguration",
        "cn.dandang.kit.relay.RelayAutoConfiguration",
        "cn.dandang.kit.todo.TodoAutoConfiguration",
        "cn.dandang.kit.topic.TopicAutoConfiguration",
        "cn.dandang.kit.view.ViewAutoConfiguration",
        "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
        "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
        "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration"})
@Import(LoanController.class)
public class LoanService {
    public static void main(String[] arguments) {
        SpringApplication.run(LoanService.class, arguments);
    }

    /** Opened by a test to let the start go on. */
    static final class Gate implements StartStep {
        final CountDownLatch open;

        Gate(String gate) {
            open = new CountDownLatch(gate.equals("closed") ? 1 : 0);
        }

        @Override
        public StartPhase phase() {
            return StartPhase.VIEWS;
        }

        @Override
        public String name() {
            return "gate";
        }

        @Override
        public void start(Progress progress) throws Exception {
            progress.at("waiting");
            open.await(1, TimeUnit.MINUTES);
        }
    }

    /** Views that have read as far as a test says. */
    static final class Positions implements ViewPositions {
        final AtomicLong reached = new AtomicLong(Long.MAX_VALUE);

        @Override
        public boolean awaitAtLeast(long position, Duration atMost) {
            return reached.get() >= position;
        }

        @Override
        public long position() {
            return reached.get();
        }
    }

    @Bean
    Positions positions() {
        return new Positions();
    }

    @Bean
    Gate gate(@Value("${loan.gate:open}") String gate) {
        return new Gate(gate);
    }

    @Bean
    BookDecider books() {
        return new BookDecider();
    }

    @Bean
    ReaderDecider readers() {
        return new ReaderDecider();
    }

    @Bean
    ReturnedKnowsLateness lateness() {
        return new ReturnedKnowsLateness();
    }

    @Bean
    CircumstancesSource circumstances() {
        return Library.NOW;
    }
}
