package cn.dandang.incentive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The incentive service. */
@SpringBootApplication
public class IncentiveServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IncentiveServiceApplication.class, arguments);
    }
}
