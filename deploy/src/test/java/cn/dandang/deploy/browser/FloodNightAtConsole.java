package cn.dandang.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.dandang.deploy.check.FloodNightFile;
import cn.dandang.deploy.check.Matter;
import cn.dandang.deploy.demo.Accounts;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The main path in Weihai as people of five offices walk it at the console. */
final class FloodNightAtConsole {
    private final Browser browser;
    private final String address;
    private final String password;
    private final Accounts accounts;
    private final FloodNightFile file;
    private final Matter matter;
    private final Screenshots pictures;
    private final List<String> complaints = new ArrayList<>();

    FloodNightAtConsole(Browser browser, String address, String password, Accounts accounts, FloodNightFile file, Screenshots pictures) {
        this.browser = browser;
        this.address = address;
        this.password = password;
        this.accounts = accounts;
        this.file = file;
        this.matter = file.matter();
        this.pictures = pictures;
    }

    interface Work {
        void at(Visitor console) throws InterruptedException;
    }

    /** Somebody signs in, does his work and signs out. */
    void as(String username, Work work) throws InterruptedException {
        try (Visitor visitor = new Visitor(browser, address)) {
            try {
                visitor.signIn(username, password);
                work.at(visitor);
                visitor.signOut();
            } catch (AssertionError | RuntimeException failure) {
                pictures.takeFailure(visitor.page(), username);
                complaints.add(username + " last saw: " + visitor.alerts());
                throw failure;
            } finally {
                visitor.complaints().forEach(complaint -> complaints.add(username + ": " + complaint));
            }
        }
    }

    /** Errors of scripts and violations of the content security policy, whoever met them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void signIn() throws InterruptedException {
        try (Visitor visitor = new Visitor(browser, address)) {
            visitor.sees(visitor.page().getByLabel("用户名"));
            visitor.sees("演示账号");
            pictures.takeForReaders(visitor.page(), "signin");
        }
    }

    /** The accountability body opens accountability; the check opens with it. */
    void opening() throws InterruptedException {
        as("weihai.investigator", console -> {
            console.menu("问责案");
            console.press("启动问责");
            Form form = console.form()
                    .choose("干部", accounts.account("weihai.cadre").displayName())
                    .choose("单位", "威海市水务局")
                    .write("事实经过", "防汛夜间，值班副局长独自决定打开旁侧泄洪道；事前电话请示防汛指挥机构并有录音，次日早晨书面报告；未清空一处泵房，造成少量损失，九日内修复并赔付。")
                    .write("地点", "演示水库旁侧泄洪道（演示）")
                    .date("发生日期", day(-40))
                    .choose("拟处理", "诫勉");
            pictures.takeWindow(console.page(), "accountability-form");
            form.submit();
            console.page().waitForURL("**/accountability-cases/*");
            file.opened(last(console.page().url()));
            console.sees(console.part("a[href='/tolerance-cases/" + matter.toleranceCase() + "']"));
            pictures.take(console.page(), "accountability");
        });
        file.heldAgainstHim();
    }

    /** Situation 6 is recorded by hand, the rest by the same officer's other tools. */
    void findings() throws InterruptedException {
        as("weihai.investigator", console -> {
            console.menu("问责案");
            console.part("a[href='/tolerance-cases/" + matter.toleranceCase() + "']").first().click();
            Locator row = console.part("tr[data-item='weihai.situation.6']");
            row.getByRole(AriaRole.BUTTON).first().waitFor();
            pictures.take(console.page(), "case-opened");
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(java.util.regex.Pattern.compile("录入"))).click();
            Form form = console.form().mark("符合").write("证据", "防汛指挥机构电话录音登记（演示）\n值班水文员书面测算（演示）");
            pictures.takeWindow(console.page(), "finding-form");
            form.submit();
            assertThat(row.locator("[data-result]")).hasAttribute("data-result", "MET");
            assertThat(row).containsText("防汛指挥机构电话录音登记（演示）");
        });
        file.findings();
        as("weihai.cadre", console -> {
            console.menu("容错案");
            console.follow("/tolerance-cases/" + matter.toleranceCase());
            console.press("记录陈述申辩");
            console.form().write("陈述申辩内容", "当晚水位上涨很快，我已请示并记录，疏忽在于没有通知清空泵房，愿意改正。").date("日期", day(0)).submit();
            console.sees("当晚水位上涨很快");
        });
        as("weihai.assessor", console -> {
            console.menu("负面评价");
            assertThat(evaluation(console)).containsText("防汛处置中未清空泵房，造成损失。");
            pictures.take(console.page(), "evaluations-before");
        });
    }

    /** The body decides in a meeting without the investigators. */
    void decision() throws InterruptedException {
        as("weihai.decider", console -> {
            console.sees("工作台");
            pictures.take(console.page(), "workbench-decider");
            console.menu("容错案");
            pictures.take(console.page(), "cases");
            console.follow("/tolerance-cases/" + matter.toleranceCase());
            console.sees(console.part("[data-act='decision']"));
            pictures.take(console.page(), "case-before-decision");
            console.part(".action-bar [data-act='decision']").click();
            Form form = console.form().mark("免责").mark("个人：" + accounts.account("weihai.cadre").displayName()).mark("单位：威海市水务局")
                    .date("会议日期", day(0))
                    .choose("参会成员", accounts.account("weihai.decider").displayName())
                    .choose("参会成员", accounts.account("weihai.decider2").displayName())
                    .write("纪要编号", "演纪〔演示〕1号")
                    .write("决定理由", "处置突发险情中临机决断，事前请示、事后报告，没有谋取私利，损失已挽回。")
                    .write("整改事项", "修订泄洪前人员和设施清空清单\n对泵房管理人员补做培训")
                    .write("整改要求", "限期完成并书面报送整改情况")
                    .date("期限", day(30));
            pictures.takeWindow(console.page(), "decision-form");
            form.submit();
            console.sees(console.part("#decision"));
            assertThat(console.part("#decision")).containsText("免责");
            assertThat(console.part("#decision .badge-own").first()).isVisible();
            assertThat(console.part("#decision")).containsText("威·四·12");
            assertThat(console.part("#effects .badge-inherited").first()).isVisible();
            assertThat(console.part("#effects")).containsText("鲁·三·3");
        });
        file.effects();
    }

    /** What each office sees afterwards. */
    void afterwards() throws InterruptedException {
        as("weihai.decider", console -> {
            console.menu("容错案");
            console.follow("/tolerance-cases/" + matter.toleranceCase());
            console.sees(console.part("#effects [data-support]"));
            console.sees(console.part("tr[data-item='weihai.situation.6']"));
            pictures.takeForReaders(console.page(), "case");
            console.menu("工作台");
            console.sees(console.part("a[href='/tolerance-cases/" + matter.toleranceCase() + "']"));
            pictures.takeForReaders(console.page(), "workbench");
        });
        as("weihai.assessor", console -> {
            console.menu("负面评价");
            console.sees("数据截至");
            assertThat(evaluation(console)).hasCount(0);
            pictures.take(console.page(), "evaluations-after");
            console.visit("/tolerance-cases/" + matter.toleranceCase());
            console.sees("没有这个页面");
        });
        as("weihai.awarder", console -> {
            console.menu("表彰提名");
            Locator nomination = console.part("tr[data-row-key='" + matter.nomination() + "']");
            assertThat(nomination).containsText("已提名");
            pictures.take(console.page(), "nominations");
        });
        as("weihai.cadre", console -> {
            console.menu("我的档案");
            console.sees(console.part("[data-kind]"));
            console.sees("鲁·三·3");
            pictures.takeForReaders(console.page(), "dossier");
        });

    }

    void audit() throws InterruptedException {
        as("centre.auditor", console -> {
            console.menu("容错看板");
            console.sees(console.part(".chart canvas"));
            pictures.takeForReaders(console.page(), "dashboard");
            Locator chart = console.part(".chart canvas").first();
            Visitor.clickFirstBar(chart);
            console.sees(console.part(".ant-drawer a[href='/tolerance-cases/" + matter.toleranceCase() + "']"));
            pictures.takeWindow(console.page(), "dashboard-cases");
            console.page().keyboard().press("Escape");
            console.menu("审计");
            assertThat(console.page().getByTestId("verdict")).hasClass(java.util.regex.Pattern.compile("good"));
            console.sees(console.part(".ant-table-row"));
            pictures.takeForReaders(console.page(), "audit");
        });
    }

    private Locator evaluation(Visitor console) {
        return console.part("tr[data-row-key='" + matter.evaluation() + "']");
    }

    String day(int fromToday) {
        LocalDate day = matter.today().plusDays(fromToday);
        return day.toString();
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
