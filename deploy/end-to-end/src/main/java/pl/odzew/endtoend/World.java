package pl.odzew.endtoend;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import pl.odzew.allegro.marketplace.MarketplaceControl;
import pl.odzew.local.DataFolder;
import pl.odzew.local.Port;
import pl.odzew.local.PortPlan;
import pl.odzew.mailbox.mailserver.control.MailServerControl;
import pl.odzew.notification.catcher.MailCatcherControl;

/// Everything that the people of the story touch.
///
/// @param run a short word that keeps the names of this run apart from those of earlier ones on the same data
public record World(
        PortPlan ports,
        DataFolder data,
        String run,
        EventLog events,
        Gmail gmail,
        MarketplaceControl marketplace,
        MailCatcherControl catcher,
        SignInPage signIn)
        implements AutoCloseable {

    static World of(LocalRun local) {
        return on(local.data(), local.ports());
    }

    /// The world around an installation that runs on the folder and the ports.
    public static World on(DataFolder data, PortPlan ports) {
        return new World(
                ports,
                data,
                Long.toString(InstantSource.system().millis() / 1000, 36).toLowerCase(Locale.ROOT),
                EventLog.open("localhost:" + ports.of(Port.KAFKA)),
                new Gmail(new MailServerControl(ports.http(Port.MAIL_CONTROL))),
                new MarketplaceControl(ports.http(Port.MARKETPLACE)),
                new MailCatcherControl(ports.http(Port.CATCHER_PAGE).resolve("/")),
                new SignInPage(
                        ports.http(Port.OIDC).resolve("/odzew"),
                        ports.http(Port.PORTAL).resolve("/signed-in")));
    }

    public URI service(Port port) {
        return ports.http(port);
    }

    /// Whether a service says of itself that it can work.
    boolean isReady(String service) {
        return new Browser().shows(service(Port.ofService(service)).resolve("/q/health/ready"));
    }

    /// A name that nobody has had before.
    public String unique(String name) {
        return name + "-" + run;
    }

    @Override
    public void close() {
        events.close();
    }
}
