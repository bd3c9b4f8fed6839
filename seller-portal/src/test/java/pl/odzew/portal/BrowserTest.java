package pl.odzew.portal;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import pl.odzew.portal.world.Chromium;
import pl.odzew.portal.world.Visitor;
import pl.odzew.portal.world.World;
import pl.odzew.portal.world.WorldResource;

/// Tests that a browser is needed for; where none is installed they are skipped, and say so.
@QuarkusTestResource(WorldResource.class)
abstract class BrowserTest {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;
    private static final int HEIGHT = 800;

    private static Chromium chromium;

    World world;
    URI portal;

    @BeforeAll
    static void openBrowser() {
        Optional<Path> installed = Chromium.installed();
        if (installed.isEmpty()) {
            System.out.println("SKIPPED: the portal's pages are not tried, since no Chromium is installed here");
        }
        Assumptions.assumeTrue(installed.isPresent(), "no Chromium is installed");
        chromium = Chromium.start(installed.get());
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    Visitor desktop() {
        return visitor(polish().setViewportSize(DESKTOP, HEIGHT));
    }

    Visitor phone() {
        return visitor(polish().setViewportSize(PHONE, HEIGHT).setIsMobile(true).setHasTouch(true));
    }

    Visitor withoutJavaScript() {
        return visitor(polish().setViewportSize(DESKTOP, HEIGHT).setJavaScriptEnabled(false));
    }

    Visitor visitor(Browser.NewContextOptions options) {
        return Visitor.at(chromium.browser(), portal, options);
    }

    static Browser.NewContextOptions polish() {
        return new Browser.NewContextOptions().setLocale("pl-PL");
    }
}
