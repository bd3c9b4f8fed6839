package pl.odzew.portal.autoresponder.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.autoresponder.Hours;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Problem;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// When the seller works: a week, public holidays, days off.
@Path("/autoresponder/godziny")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HoursPage {

    private static final String PATH = "/autoresponder/godziny";
    private static final int INVALID = 422;
    private static final int CHANGED_MEANWHILE = 412;
    private static final int INTERVALS = 2;

    /// Days off that can be added at a time.
    private static final int SPARE = 2;

    private final AutoresponderApi autoresponder;
    private final Asking asking;

    HoursPage(@RestClient AutoresponderApi autoresponder, Asking asking) {
        this.autoresponder = autoresponder;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "autoresponder")
    static class Templates {
        static native TemplateInstance hours(
                Part<Hours> hours, List<String> days, List<Hours.Closure> closures, @Nullable Problem problem);
    }

    @GET
    public TemplateInstance show() {
        return page(asking.of(Service.AUTORESPONDER, autoresponder.hours()).part(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> form) {
        Hours typed = typed(form);
        try {
            asking.tell(Service.AUTORESPONDER, autoresponder.replaceHours("\"" + typed.version() + "\"", typed));
            return Done.at(PATH, "hours-saved");
        } catch (RefusedException e) {
            return switch (e.problem().status()) {
                case CHANGED_MEANWHILE -> Done.at(PATH, "changed-meanwhile");
                case 401, 403, 404 -> throw e;
                default ->
                    Response.status(INVALID)
                            .entity(page(Part.here(typed), e.problem()))
                            .build();
            };
        }
    }

    private static TemplateInstance page(Part<Hours> hours, @Nullable Problem problem) {
        List<Hours.Closure> known = hours.found().map(Hours::daysOff).orElse(List.of());
        var closures = new ArrayList<>(known);
        for (int i = 0; i < SPARE; i++) {
            closures.add(new Hours.Closure("", "", ""));
        }
        return Templates.hours(hours, days(), closures, problem);
    }

    private static Hours typed(MultivaluedMap<String, String> form) {
        boolean always = "always".equals(form.getFirst("when"));
        var week = new LinkedHashMap<String, List<Hours.Interval>>();
        days().forEach(day -> week.put(day, intervals(form, day)));
        return new Hours(
                Long.parseLong(text(form, "version")),
                text(form, "zone").isEmpty() ? null : text(form, "zone"),
                null,
                always ? null : week,
                form.getOrDefault("holidays", List.of()),
                closures(form),
                null,
                null);
    }

    private static List<Hours.Interval> intervals(MultivaluedMap<String, String> form, String day) {
        var intervals = new ArrayList<Hours.Interval>();
        for (int i = 0; i < INTERVALS; i++) {
            String from = text(form, day + "-from-" + i);
            String to = text(form, day + "-to-" + i);
            if (!from.isEmpty() || !to.isEmpty()) {
                intervals.add(new Hours.Interval(from, to));
            }
        }
        return intervals;
    }

    private static List<Hours.Closure> closures(MultivaluedMap<String, String> form) {
        List<String> from = form.getOrDefault("closure-from", List.of());
        List<String> to = form.getOrDefault("closure-to", List.of());
        List<String> names = form.getOrDefault("closure-name", List.of());
        var closures = new ArrayList<Hours.Closure>();
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).isBlank()) {
                closures.add(new Hours.Closure(from.get(i), at(to, i), at(names, i)));
            }
        }
        return closures;
    }

    private static @Nullable String at(List<String> values, int index) {
        return index < values.size() && !values.get(index).isBlank() ? values.get(index) : null;
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static List<String> days() {
        return Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
    }
}
