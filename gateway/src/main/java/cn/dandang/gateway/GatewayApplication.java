package cn.dandang.gateway;

import cn.dandang.gateway.process.LocalProfileGuard;
import cn.dandang.gateway.process.Lifeline;
import cn.dandang.gateway.process.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.addListeners(new LocalProfileGuard(System.getenv()), new Lifeline());
        try {
            application.run(args);
        } catch (RuntimeException failure) {
            StartRefused refused = StartRefused.in(failure);
            if (refused == null) {
                throw failure;
            }
            System.err.println(refused.getMessage());
            System.exit(StartRefused.EXIT_CODE);
        }
    }
}
