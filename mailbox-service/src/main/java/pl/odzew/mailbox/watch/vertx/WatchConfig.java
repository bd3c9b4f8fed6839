package pl.odzew.mailbox.watch.vertx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import pl.odzew.mailbox.watch.Backoff;
import pl.odzew.mailbox.watch.WatchSettings;

/// How mailboxes are watched.
@ConfigMapping(prefix = "odzew.watch")
interface WatchConfig {

    /// Mails fetched by one command.
    @WithDefault("50")
    int batch();

    /// In bytes; what is longer is read cut. Allegro's mails are far below it.
    @WithDefault("262144")
    int maxMail();

    /// How much of one mailbox is read within 24 hours; Gmail locks an account at 2,500 MB, its owner's
    /// programs included.
    @WithDefault("1500000000")
    long bytesADay();

    /// After which time a silent IDLE is renewed; NATs forget a connection after 10 to 15 minutes.
    @WithDefault("9M")
    Duration renewIdle();

    /// A connection that lived for so long starts the back-off anew.
    @WithDefault("5M")
    Duration lasting();

    /// After which time without an answer the seller is told.
    @WithDefault("60M")
    Duration unreachableAfter();

    /// How often at most the Sent folder is looked into for a person's answers; before a reply it always is.
    @WithDefault("5M")
    Duration sentEvery();

    /// How far back mails are read again when a server numbers them anew.
    @WithDefault("72H")
    Duration readAgain();

    /// After the first failure; doubles with each further one.
    @WithDefault("1S")
    Duration backoffFirst();

    @WithDefault("10M")
    Duration backoffLongest();

    /// After a throttle, up to six times as long by chance.
    @WithDefault("5M")
    Duration throttledFor();

    /// After Gmail's daily bandwidth is used up; it locks for 1 to 24 hours.
    @WithDefault("1H")
    Duration bandwidthFor();

    default WatchSettings settings(DoubleSupplier chance) {
        return new WatchSettings(
                batch(),
                maxMail(),
                bytesADay(),
                renewIdle(),
                lasting(),
                unreachableAfter(),
                sentEvery(),
                readAgain(),
                new Backoff(backoffFirst(), backoffLongest(), throttledFor(), bandwidthFor(), chance));
    }
}
