package pl.odzew.portal.decisions.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.decisions.Chart;
import pl.odzew.portal.decisions.DecisionView;
import pl.odzew.portal.decisions.rest.DecisionFilter;
import pl.odzew.portal.decisions.rest.DecisionsApi;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// What was answered, what not and why; the last 30 days as a drawing.
@Path("/decyzje")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DecisionsPage {

    private static final int ON_A_PAGE = 25;
    private static final int DAYS = 30;
    private static final Set<String> OUTCOMES = Set.of("REPLY", "SILENCE", "WAITING");
    private static final Set<String> CHANNELS = Set.of("MAILBOX", "ALLEGRO");

    private final DecisionsApi decisions;
    private final Asking asking;
    private final Clock clock;

    DecisionsPage(@RestClient DecisionsApi decisions, Asking asking, Clock clock) {
        this.decisions = decisions;
        this.asking = asking;
        this.clock = clock;
    }

    /// What the reader chose, as the form shows it again.
    ///
    /// @param from and `to`: days, as in `2026-11-23`
    public record Choice(String outcome, String channel, String from, String to) {

        static Choice of(
                @Nullable String outcome, @Nullable String channel, @Nullable String from, @Nullable String to) {
            return new Choice(known(OUTCOMES, outcome), known(CHANNELS, channel), day(from), day(to));
        }

        public boolean isAny() {
            return !(outcome + channel + from + to).isEmpty();
        }

        private static String known(Set<String> values, @Nullable String value) {
            return value != null && values.contains(value) ? value : "";
        }

        private static String day(@Nullable String text) {
            try {
                return text == null || text.isBlank()
                        ? ""
                        : LocalDate.parse(text).toString();
            } catch (DateTimeException _) {
                return "";
            }
        }
    }

    @CheckedTemplate(basePath = "decisions")
    static class Templates {
        static native TemplateInstance list(
                Part<Page<DecisionView>> decisions, Choice choice, Part<Chart> chart, boolean first);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String outcome,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String cursor) {
        Choice choice = Choice.of(outcome, channel, from, to);
        var found = asking.of(Service.AUTORESPONDER, decisions.list(ON_A_PAGE, cursor, filter(choice)));
        var statistics = asking.of(Service.AUTORESPONDER, decisions.statistics());
        LocalDate today = LocalDate.now(clock);
        return Templates.list(
                found.part(), choice, statistics.part().map(counts -> Chart.of(counts, today, DAYS)), cursor == null);
    }

    private DecisionFilter filter(Choice choice) {
        var filter = DecisionFilter.none();
        filter.outcome = orNull(choice.outcome());
        filter.channel = orNull(choice.channel());
        filter.from = choice.from().isEmpty() ? null : begin(LocalDate.parse(choice.from()));
        filter.to = choice.to().isEmpty()
                ? null
                : begin(LocalDate.parse(choice.to()).plusDays(1));
        return filter;
    }

    private String begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant().toString();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
