package pl.odzew.portal.autoresponder.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.autoresponder.Preview;
import pl.odzew.portal.autoresponder.Rehearsal;
import pl.odzew.portal.autoresponder.Rules;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Problem;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// The seller's rules, in their order; a rule can be tried on the last 30 days before it is saved.
@Path("/autoresponder/reguly")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RulesPage {

    private static final String PATH = "/autoresponder/reguly";
    private static final String NEW = "nowa";
    private static final int INVALID = 422;
    private static final int CHANGED_MEANWHILE = 412;
    private static final int SHOWN = 50;

    private final AutoresponderApi autoresponder;
    private final Asking asking;

    RulesPage(@RestClient AutoresponderApi autoresponder, Asking asking) {
        this.autoresponder = autoresponder;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "autoresponder")
    static class Templates {
        static native TemplateInstance rules(Part<Rules> rules, @Nullable Problem problem);

        /// @param index `nowa` for one that is new
        static native TemplateInstance rule(
                String index,
                long version,
                Rules.Rule rule,
                String language,
                @Nullable Problem problem,
                @Nullable Preview preview,
                @Nullable Rehearsal rehearsal);
    }

    @GET
    public TemplateInstance list() {
        return Templates.rules(
                asking.of(Service.AUTORESPONDER, autoresponder.rules()).part(), null);
    }

    @GET
    @Path("{index}")
    public TemplateInstance show(@PathParam("index") String index) {
        Rules rules = rules();
        return Templates.rule(index, rules.version(), find(rules, index), rules.mainLanguage(), null, null, null);
    }

    @POST
    @Path("{index}")
    public Response save(@PathParam("index") String index, RuleForm form) {
        Rules rules = rules();
        Rules.Rule rule = form.toRule(find(rules, index), rules.mainLanguage());
        try {
            replace(rules.with(position(rules, index), rule), form.version);
            return Done.at(PATH, "rule-saved");
        } catch (RefusedException e) {
            if (e.problem().status() == CHANGED_MEANWHILE) {
                return Done.at(PATH, "changed-meanwhile");
            }
            return again(index, form, rule, rules.mainLanguage(), e.problem(), null, null);
        }
    }

    /// Shows the rule's text as a buyer would see it; nothing is saved.
    @POST
    @Path("{index}/podglad")
    public Response preview(@PathParam("index") String index, RuleForm form) {
        Rules rules = rules();
        Rules.Rule rule = form.toRule(find(rules, index), rules.mainLanguage());
        Preview preview = asking.of(
                        Service.AUTORESPONDER,
                        autoresponder.preview(new AutoresponderApi.PreviewWish(
                                RuleForm.lines(form.text), rules.mainLanguage(), "ALLEGRO")))
                .needed();
        return Response.ok(Templates.rule(index, form.version, rule, rules.mainLanguage(), null, preview, null))
                .build();
    }

    /// Shows what the rule would have changed in the last 30 days; nothing is saved.
    @POST
    @Path("{index}/proba")
    public Response rehearse(@PathParam("index") String index, RuleForm form) {
        Rules rules = rules();
        Rules.Rule rule = form.toRule(find(rules, index), rules.mainLanguage());
        try {
            Rehearsal rehearsal = asking.tell(
                    Service.AUTORESPONDER,
                    autoresponder.rehearse(
                            new AutoresponderApi.RehearsalWish(rules.with(position(rules, index), rule), true, SHOWN)));
            return Response.ok(Templates.rule(index, form.version, rule, rules.mainLanguage(), null, null, rehearsal))
                    .build();
        } catch (RefusedException e) {
            return again(index, form, rule, rules.mainLanguage(), e.problem(), null, null);
        }
    }

    @POST
    @Path("{index}/kolejnosc")
    public Response move(@PathParam("index") int index, @RestForm boolean up, @RestForm long version) {
        return change(rules().moved(index, up), version, "rule-moved");
    }

    @POST
    @Path("{index}/usun")
    public Response remove(@PathParam("index") String index, @RestForm long version) {
        Rules rules = rules();
        find(rules, index);
        return change(rules.without(position(rules, index)), version, "rule-removed");
    }

    /// What holds for all messages: how often, how late, and what is said where no rule applies.
    @POST
    @Path("ogolne")
    public Response general(
            @RestForm @DefaultValue("24") int window,
            @RestForm @DefaultValue("0") int delay,
            @RestForm @DefaultValue("0") int silence,
            @RestForm @Nullable String signature,
            @RestForm @Nullable String otherwise,
            @RestForm @Nullable String text,
            @RestForm long version) {
        Rules rules = rules();
        Rules.Reply reply = otherwise == null || otherwise.isBlank()
                ? null
                : new Rules.Reply(
                        otherwise,
                        otherwise.equals("SILENCE") ? null : Map.of(rules.mainLanguage(), RuleForm.lines(text)),
                        null);
        try {
            replace(rules.with(window, delay, silence, RuleForm.lines(signature), reply), version);
            return Done.at(PATH, "rules-saved");
        } catch (RefusedException e) {
            if (e.problem().status() == CHANGED_MEANWHILE) {
                return Done.at(PATH, "changed-meanwhile");
            }
            return Response.status(INVALID)
                    .entity(Templates.rules(Part.here(rules), known(e.problem())))
                    .build();
        }
    }

    private Response change(Rules rules, long version, String notice) {
        try {
            replace(rules, version);
            return Done.at(PATH, notice);
        } catch (RefusedException e) {
            if (e.problem().status() == CHANGED_MEANWHILE) {
                return Done.at(PATH, "changed-meanwhile");
            }
            throw e;
        }
    }

    private Response again(
            String index,
            RuleForm form,
            Rules.Rule rule,
            String language,
            Problem problem,
            @Nullable Preview preview,
            @Nullable Rehearsal rehearsal) {
        return Response.status(INVALID)
                .entity(Templates.rule(index, form.version, rule, language, known(problem), preview, rehearsal))
                .build();
    }

    /// What the reader must correct; anything else has a page of its own.
    private static Problem known(Problem problem) {
        return switch (problem.status()) {
            case 401, 403, 404 -> throw new RefusedException(problem);
            default -> problem;
        };
    }

    private Rules rules() {
        return asking.of(Service.AUTORESPONDER, autoresponder.rules()).needed();
    }

    private void replace(Rules rules, long version) {
        asking.tell(Service.AUTORESPONDER, autoresponder.replaceRules("\"" + version + "\"", rules));
    }

    private static int position(Rules rules, String index) {
        return index.equals(NEW) ? rules.inOrder().size() : Integer.parseInt(index);
    }

    private static Rules.Rule find(Rules rules, String index) {
        if (index.equals(NEW)) {
            return RuleForm.blank();
        }
        try {
            return rules.at(Integer.parseInt(index)).orElseThrow(NotFoundException::new);
        } catch (NumberFormatException _) {
            throw new NotFoundException();
        }
    }
}
