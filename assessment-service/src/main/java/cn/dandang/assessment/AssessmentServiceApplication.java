package cn.dandang.assessment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The assessment service. */
@SpringBootApplication
public class AssessmentServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AssessmentServiceApplication.class, arguments);
    }
}
