package cn.dandang.clarification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The clarification service. */
@SpringBootApplication
public class ClarificationServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ClarificationServiceApplication.class, arguments);
    }
}
