package cn.dandang.tolerance;

import cn.dandang.tolerance.accountability.AccountabilityDecider;
import cn.dandang.tolerance.appeal.AppealDecider;
import cn.dandang.tolerance.fact.FactDecider;
import cn.dandang.tolerance.fact.FactLinks;
import cn.dandang.tolerance.rectification.RectificationDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The process of tolerance-service: the deciders of its six kinds of stream over the shared kit. */
@SpringBootApplication
public class ToleranceServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ToleranceServiceApplication.class, args);
    }

    @Bean
    AccountabilityDecider accountabilityDecider() {
        return new AccountabilityDecider();
    }

    @Bean
    ToleranceDecider toleranceDecider() {
        return new ToleranceDecider();
    }

    @Bean
    RectificationDecider rectificationDecider() {
        return new RectificationDecider();
    }

    @Bean
    AppealDecider appealDecider() {
        return new AppealDecider();
    }

    @Bean
    FactDecider factDecider() {
        return new FactDecider();
    }

    @Bean
    FactLinks factLinks() {
        return new FactLinks();
    }
}
