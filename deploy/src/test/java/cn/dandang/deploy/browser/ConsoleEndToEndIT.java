package cn.dandang.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.check.FloodNightFile;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.evidence.Prepared;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes its pictures to {@code target/screenshots}, and with {@code -Ddandang.write-screenshots=true} those of the README too. */
class ConsoleEndToEndIT {
    @TempDir
    Path folder;

    @Test
    @DisplayName("from a mistake to the lifted hold at the console: decided by people, shown with clause and support, gone where it must be gone, verified")
    void main_path() throws Exception {
        at((night, pictures) -> {
            night.signIn();
            night.opening();
            night.findings();
            night.decision();
            night.afterwards();
            night.audit();
        });
    }

    @Test
    @Tag("nightly")
    @DisplayName("a national rule at the console: drafted, its effect looked at by a second person, approved, published")
    void rule_change() throws Exception {
        at((night, pictures) -> {
            night.signIn();
            new RuleChangeAtConsole(night, pictures).walk();
        });
    }

    private interface Walk {
        void with(FloodNightAtConsole night, Screenshots pictures) throws Exception;
    }

    private void at(Walk walk) throws Exception {
        Installation installation = Prepared.installation();
        Accounts accounts = Accounts.read(installation);
        Screenshots pictures = new Screenshots(installation.root().resolve("deploy/target/screenshots"), installation.root().resolve("docs/images"),
                Boolean.getBoolean("dandang.write-screenshots"));
        try (Chromium chromium = Chromium.start();
                LocalStack stack = new LocalStack(installation, new DataFolder(folder.resolve("var")), Ports.free(), StackOptions.forTests(42), Progress.silent());
                Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
            stack.start();
            new DemoLoader(api, accounts).load(DemoFiles.packed());
            FloodNightAtConsole night = new FloodNightAtConsole(chromium.browser(), stack.address(), stack.password(), accounts, new FloodNightFile(api, stack, accounts), pictures);
            walk.with(night, pictures);
            assertThat(night.complaints()).as("errors of scripts, violations of the content security policy").isEmpty();
            assertThat(pictures.unreadable()).as("what a reader cannot read").isEmpty();
        }
    }
}
