package cn.dandang.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody before the console, who does what a person can do and sees what a person can see. */
final class Visitor implements AutoCloseable {
    private static final double PATIENCE = 30_000;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** Opens the console in a fresh browser profile, in Chinese and on Beijing time. */
    Visitor(Browser browser, String address) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(Screenshots.NARROW, 800).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isAnswer(message.text())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.navigate(address);
    }

    /** The browser itself notes each answer of 4xx and 5xx; a refusal, or "not now", is what the console shows and no error of it. */
    private static boolean isAnswer(String text) {
        return text.matches("Failed to load resource: the server responded with a status of (4\\d\\d|503) .*");
    }

    Page page() {
        return page;
    }

    /** What the page warns of now. */
    List<String> alerts() {
        return page.getByRole(AriaRole.ALERT).allInnerTexts();
    }

    /** Errors of scripts and violations of the content security policy so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    Visitor signIn(String username, String password) {
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("登 录", "登录").click();
        assertThat(page.getByTestId("signed-in")).isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return this;
    }

    void signOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("退\\s?出"))).click();
        sees(page.getByLabel("用户名"));
    }

    /** Goes where the menu leads. */
    void menu(String name) {
        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
        sees(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1)));
    }

    void follow(String path) {
        page.locator("a[href='" + path + "']").first().click();
        page.waitForURL("**" + path);
    }

    /** Opens an address of the console by hand. */
    void visit(String path) {
        page.navigate(java.net.URI.create(page.url()).resolve(path).toString());
    }

    void sees(Locator what) {
        assertThat(what.first()).isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    void sees(String text) {
        sees(page.getByText(text));
    }

    Locator part(String selector) {
        return page.locator(selector);
    }

    void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private Locator button(String spaced, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(spaced.replace(" ", "\\s?") + "|" + name))).last();
    }

    /** Presses the first bar of a chart: the pixels of the first series' colour, as the eye finds them. */
    static void clickFirstBar(Locator chart) {
        Object found = chart.evaluate("""
                (canvas) => {
                  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  const scale = canvas.width / canvas.clientWidth;
                  const legend = 40 * scale;
                  for (let at = Math.ceil(legend) * width * 4; at < data.length; at += 4) {
                    if (data[at] === 0x1d && data[at + 1] === 0x3f && data[at + 2] === 0x72) {
                      const pixel = at / 4;
                      return [(pixel % width) / scale + 2, Math.floor(pixel / width) / scale + 2];
                    }
                  }
                  return null;
                }""");
        if (!(found instanceof List<?> place)) {
            throw new AssertionError("the chart shows no bar");
        }
        chart.click(new Locator.ClickOptions().setPosition(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue()));
    }

    /** The form that lies over the page. */
    Form form() {
        Locator drawer = page.locator(".ant-drawer-content-wrapper").last();
        sees(drawer);
        return new Form(page, drawer);
    }

    @Override
    public void close() {
        context.close();
    }
}
