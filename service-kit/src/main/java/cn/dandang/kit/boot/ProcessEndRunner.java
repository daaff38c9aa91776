package cn.dandang.kit.boot;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Ties the process to its launcher where the launcher asks for it. */
final class ProcessEndRunner implements ApplicationRunner {
    private final DandangProperties properties;
    private final ConfigurableApplicationContext context;

    ProcessEndRunner(DandangProperties properties, ConfigurableApplicationContext context) {
        this.properties = properties;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.exitOnStdinClose()) {
            ProcessEnd.ignoreInterrupts();
            ProcessEnd.whenClosed(System.in, () -> System.exit(SpringApplication.exit(context)));
        }
    }
}
