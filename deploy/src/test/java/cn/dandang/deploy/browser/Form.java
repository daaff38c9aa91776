package cn.dandang.deploy.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/** A form of the console, filled in by its labels. */
record Form(Page page, Locator drawer) {

    Form write(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Types a date as the field shows it, and goes on: Enter would hand the form in. */
    Form date(String label, String day) {
        Locator field = field(label);
        field.fill(day);
        field.press("Tab");
        return this;
    }

    /** Types the beginning of an entry into a list and takes the entry that is left. */
    Form choose(String label, String entry) {
        Locator field = field(label);
        field.click();
        field.fill(entry);
        Locator option = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", new Page.LocatorOptions().setHasText(entry)).first();
        option.click();
        return this;
    }

    /** Takes a choice of those shown. */
    Form mark(String choice) {
        drawer.locator("label.ant-radio-wrapper, label.ant-checkbox-wrapper", new Locator.LocatorOptions().setHasText(choice)).first().locator("input").check();
        return this;
    }

    /** Hands the form in and waits until it is taken and gone. */
    void submit() {
        drawer.locator(".ant-drawer-footer").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("提\\s?交"))).click();
        drawer.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator field(String label) {
        return drawer.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
