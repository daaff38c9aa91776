package cn.dandang.deploy.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of pages at the two widths that must not cut anything off. */
final class Screenshots {
    static final int NARROW = 1280;
    static final int WIDE = 1920;
    private static final int HEIGHT = 800;
    private static final int WIDE_HEIGHT = 1080;
    private static final String UNREADABLE = """
            () => {
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              const cut = [...document.querySelectorAll('h1, h2, h3, p, td, th, dd, dt, li, button, a, label, code, strong')]
                .filter((one) => one.getClientRects().length > 0 && !one.closest('.ant-select, .skip, .for-readers, .two-lines'))
                .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map((one) => one.textContent.trim().slice(0, 40));
              const codes = [...document.body.innerText.matchAll(/\\b[A-Z]{2,}(_[A-Z]+)+\\b/g)].map((match) => 'a code instead of a word: ' + match[0]);
              return [...(wide > 0 ? ['the page is ' + wide + ' px wider than the window'] : []), ...cut, ...codes];
            }""";
    private final Path folder;
    private final Path published;
    private final boolean publish;
    private final List<String> unreadable = new ArrayList<>();

    /** Pictures go to the folder, and those of a name of the README's to the other, when asked to. */
    Screenshots(Path folder, Path published, boolean publish) {
        this.folder = folder;
        this.published = published;
        this.publish = publish;
    }

    /** Takes the page at both widths and notes whatever reaches beyond the window, and each code that nobody can read. */
    void take(Page page, String name) {
        take(page, name, true);
    }

    /** The window alone at both widths: for what lies over a page. */
    void takeWindow(Page page, String name) {
        take(page, name, false);
    }

    private void take(Page page, String name, boolean whole) {
        page.setViewportSize(WIDE, WIDE_HEIGHT);
        settle(page);
        look(page, name, WIDE);
        shoot(page, folder.resolve(name + "-" + WIDE + ".png"), whole);
        page.setViewportSize(NARROW, HEIGHT);
        settle(page);
        look(page, name, NARROW);
        shoot(page, folder.resolve(name + "-" + NARROW + ".png"), whole);
    }

    /** The same, and the upper part of it is the picture that the documentation shows. */
    void takeForReaders(Page page, String name) {
        take(page, name);
        if (publish) {
            shoot(page, published.resolve(name + ".png"), false);
        }
    }

    /** The page as it is where something went wrong. */
    void takeFailure(Page page, String who) {
        shoot(page, folder.resolve("failure-" + who + ".png"), false);
    }

    /** What a reader could not read so far. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private void look(Page page, String name, int width) {
        ((List<?>) page.evaluate(UNREADABLE)).forEach(what -> unreadable.add(name + " at " + width + ": " + what));
    }

    /** Waits until nothing is being read any more and the page is drawn. */
    private static void settle(Page page) {
        page.waitForFunction("() => !document.querySelector('.waiting, .ant-spin-spinning, [role=status] .ant-spin')");
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => document.fonts.ready.then(() => done(null)))))");
    }

    private static void shoot(Page page, Path file, boolean whole) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole).setAnimations(ScreenshotAnimations.DISABLED));
    }
}
