package cn.dandang.kit.due;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.metrics.WireMetrics;
import cn.dandang.kit.orders.Orders;
import cn.dandang.ledger.Ledger;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The ticker of a service that has deadlines. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
@ConditionalOnBean(DueSource.class)
public class DueAutoConfiguration {

    @Bean(destroyMethod = "")
    DueTicker dueTicker(DandangProperties properties, Ledger ledger, EventCodec codec, List<DueSource> sources, Orders orders, BusinessClock clock) {
        return new DueTicker(properties.service(), ledger, recorded -> codec.recorded(properties.service(), recorded), sources, orders, clock);
    }

    @Bean
    StartStep dueStep(DueTicker ticker, WireMetrics metrics) {
        return new StartStep() {
            @Override
            public StartPhase phase() {
                return StartPhase.REACTIONS;
            }

            @Override
            public String name() {
                return "due list";
            }

            @Override
            public void start(Progress progress) throws InterruptedException {
                ticker.start();
                metrics.works("due", ticker::working);
            }

            @Override
            public void stop() {
                ticker.close();
            }
        };
    }
}
