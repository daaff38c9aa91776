package cn.dandang.deploy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's own Chromium, without a window. Playwright fetches none. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the one that {@code CHROMIUM} names, else Debian's; fails in one sentence where there is none. */
    static Chromium start() {
        String named = System.getenv("CHROMIUM");
        Path program = Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
        if (!Files.isExecutable(program)) {
            throw new AssertionError("没有可用的 Chromium（" + program + "）；请安装 Debian 软件包 chromium，或用环境变量 CHROMIUM 指明其位置。"
                    + " There is no Chromium at " + program + "; install Debian's package chromium, or name one in the variable CHROMIUM.");
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            // without the sandbox: tests run as root in containers, and the browser meets nothing but our own pages
            return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb"))));
        } catch (RuntimeException notStarted) {
            playwright.close();
            throw notStarted;
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
