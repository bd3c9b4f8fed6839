package pl.odzew.notification.delivery.letter;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailId;

/// Makes letters of templates: text and HTML in the seller's language.
@ApplicationScoped
public class Stationery {

    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";

    /// The sentences in a language.
    public static MailMessages words(Language language) {
        return MessageBundles.get(
                MailMessages.class, Localized.Literal.of(language.locale().toLanguageTag()));
    }

    /// @param template made anew for each of the two forms
    /// @param unsubscribe where mails of this sort end; absent for those that a seller cannot decline
    public Uni<Letter> write(
            MailId id,
            List<MailAddress> recipients,
            Language language,
            String title,
            @Nullable URI unsubscribe,
            Supplier<TemplateInstance> template) {
        return rendered(template, language, TEXT)
                .flatMap(text -> rendered(template, language, HTML)
                        .map(html -> new Letter(id, recipients, title, text, html, unsubscribe)));
    }

    /// A page of this service, in the language of the letters.
    public static Uni<String> page(Language language, TemplateInstance template) {
        return rendered(() -> template, language, HTML);
    }

    private static Uni<String> rendered(Supplier<TemplateInstance> template, Language language, String type) {
        return Uni.createFrom()
                .completionStage(() -> template.get()
                        .setLocale(language.locale())
                        .setVariant(Variant.forContentType(type))
                        .renderAsync());
    }
}
