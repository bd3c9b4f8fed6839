package pl.odzew.allegro.replying.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How long is looked for a reply whose sending had no answer.
@ConfigMapping(prefix = "odzew.replying")
public interface ReplyingConfig {

    /// After the look at once; each counted from the attempt. Allegro may show a message late.
    @WithDefault("1M,10M,60M")
    List<Duration> lookAgainAfter();

    /// When Allegro is asked what became of an accepted reply. The first is for one that it takes with a
    /// verification; it shows a blocked one for 24 h.
    @WithDefault("1M,10M,1H,6H,23H")
    List<Duration> checkDeliveryAfter();
}
