package pl.odzew.portal.world;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A person before a browser, whose clicks are counted.
public final class Visitor implements AutoCloseable {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int MOST_TABS = 60;

    private final BrowserContext context;
    private final Page page;
    private final URI portal;
    private final List<String> complaints = new ArrayList<>();
    private int clicks;

    private Visitor(BrowserContext context, URI portal) {
        this.context = context;
        this.page = context.newPage();
        this.portal = portal;
        page.setDefaultTimeout(10_000);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    public static Visitor at(Browser browser, URI portal, Browser.NewContextOptions options) {
        return new Visitor(browser.newContext(options), portal);
    }

    /// The provider's page: a name is enough.
    public Visitor signsInAs(String name) {
        page.navigate(portal.toString());
        typesNameAtProvider(name);
        return this;
    }

    public void typesNameAtProvider(String name) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[type=submit], button[type=submit]").first().click();
        page.waitForURL(portal + "/**");
    }

    /// @param claims further ones that the provider is to put into the token
    public void typesNameAtProvider(String name, String claims) {
        page.locator("[name=claims]").fill(claims);
        typesNameAtProvider(name);
    }

    public Response opens(String path) {
        return page.navigate(portal + path);
    }

    public void presses(String name) {
        click(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    public void follows(String name) {
        click(page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)));
    }

    public void types(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    /// Waits until the page says it.
    public void sees(String text) {
        await(page.getByText(text), text);
    }

    public void seesTitle(String title) {
        await(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)), title);
    }

    /// Presses Tab until a link or button of this name has the focus.
    public void tabsTo(String name) {
        tabUntil("document.activeElement.textContent.trim().startsWith('" + name + "')");
    }

    public void tabsToField(String id) {
        tabUntil("document.activeElement.id === '" + id + "'");
    }

    public int clicks() {
        return clicks;
    }

    public void countsAnew() {
        clicks = 0;
    }

    public Page page() {
        return page;
    }

    /// Everything that the browser forbade or could not run.
    public List<String> complaints() {
        return complaints;
    }

    /// As an operating system does that forgets.
    public void losesCookies() {
        context.clearCookies();
    }

    /// Where a page is not accessible, as axe says it; only what is serious or worse.
    public List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .filter(violation -> Set.of("serious", "critical").contains(violation.getImpact()))
                        .map(violation -> page.url() + " " + violation.getId() + " "
                                + violation.getNodes().getFirst().getHtml())
                        .toList();
    }

    public boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        context.close();
    }

    private void tabUntil(String condition) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate(condition)) {
                return;
            }
        }
        throw new AssertionError("not to be reached by the keyboard: " + condition);
    }

    private void await(Locator locator, String what) {
        try {
            locator.first().waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "'" + what + "' is not on " + page.url() + ", but: "
                            + page.locator("body").innerText(),
                    e);
        }
    }

    private void click(Locator locator) {
        await(locator, locator.toString());
        clicks++;
        locator.first().click();
    }
}
