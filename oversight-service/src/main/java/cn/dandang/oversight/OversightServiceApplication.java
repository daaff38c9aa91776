package cn.dandang.oversight;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The oversight service. */
@SpringBootApplication
public class OversightServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(OversightServiceApplication.class, args);
    }
}
