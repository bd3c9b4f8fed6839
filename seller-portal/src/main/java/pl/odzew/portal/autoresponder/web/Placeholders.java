package pl.odzew.portal.autoresponder.web;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/// What a text may leave open until it is sent, as responder-service names it.
public final class Placeholders {

    private Placeholders() {}

    @TemplateExtension(namespace = "placeholders")
    static List<String> names() {
        return List.of("buyer", "offer", "order", "hours-today", "next-opening", "signature");
    }
}
