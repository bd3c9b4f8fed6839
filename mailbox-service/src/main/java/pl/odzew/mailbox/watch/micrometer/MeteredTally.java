package pl.odzew.mailbox.watch.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import pl.odzew.mailbox.watch.Tally;

/// `odzew_mails_total`, by what the mail turned out to be.
@ApplicationScoped
class MeteredTally implements Tally {

    private final Counter buyers;
    private final Counter privateMails;
    private final Counter notices;
    private final Counter unknown;
    private final Counter bounces;
    private final Counter unreadable;

    MeteredTally(MeterRegistry registry) {
        buyers = counter(registry, "buyer");
        privateMails = counter(registry, "private");
        notices = counter(registry, "allegro-notice");
        unknown = counter(registry, "unknown-allegro");
        bounces = counter(registry, "bounce");
        unreadable = counter(registry, "unreadable");
    }

    @Override
    public void buyersMail() {
        buyers.increment();
    }

    @Override
    public void privateMail() {
        privateMails.increment();
    }

    @Override
    public void allegroNotice() {
        notices.increment();
    }

    @Override
    public void unknownAllegroMail() {
        unknown.increment();
    }

    @Override
    public void bounce() {
        bounces.increment();
    }

    @Override
    public void unreadableMail() {
        unreadable.increment();
    }

    private static Counter counter(MeterRegistry registry, String kind) {
        return Counter.builder("odzew.mails")
                .description("Mails read in sellers' mailboxes")
                .tag("kind", kind)
                .register(registry);
    }
}
