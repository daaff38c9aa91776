package cn.dandang.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A place answers about a national rule: drafted, looked at with its impact, approved by a second person, published. */
final class RuleChangeAtConsole {
    private static final String TITLE = "启用公务员法复核、申诉规定（演示）";
    private final FloodNightAtConsole people;
    private final Screenshots pictures;

    RuleChangeAtConsole(FloodNightAtConsole people, Screenshots pictures) {
        this.people = people;
        this.pictures = pictures;
    }

    void walk() throws InterruptedException {
        people.as("weihai.policy", console -> {
            console.menu("规则变更");
            console.part(".rules-nav a[href='/policy/packs']").click();
            console.sees(console.part("[data-pack='P10'] [data-state='NOT_ASKED']"));
            pictures.take(console.page(), "packs");
            console.part("[data-pack='P10'] button").first().click();
            new Form(console.page(), console.part("form.draft")).write("变更名称", TITLE).date("适用日期", people.day(0)).write("理由", "本地区适用，供查阅（演示）").write("变更理由", "设立本地区前逐项答复（演示）");
            console.press("预览影响");
            console.sees(console.page().getByTestId("impact-sum"));
            console.press("提交审核");
            console.sees(console.page().getByTestId("change"));
        });
        people.as("weihai.approver", console -> {
            open(console);
            console.sees(console.page().getByTestId("impact-sum"));
            pictures.take(console.page(), "rule-change");
            console.press("审核通过");
            console.form().write("理由", "已看影响，同意（演示）").submit();
            assertThat(console.page().getByTestId("change")).containsText("已审核，待公布");
        });
        people.as("weihai.policy", console -> {
            open(console);
            console.press("公布");
            console.form().submit();
            assertThat(console.page().getByTestId("change")).containsText("已公布");
            console.part(".rules-nav a[href='/policy/packs']").click();
            console.sees(console.part("[data-pack='P10'] [data-state='ON']"));
        });
    }

    private static void open(Visitor console) {
        console.menu("规则变更");
        console.page().getByText(TITLE).click();
        console.sees(console.page().getByTestId("change"));
    }
}
