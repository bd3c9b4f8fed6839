package pl.odzew.portal.frame.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Leads from a form that did its work to the page that shows it, so that loading it anew sends nothing twice.
public final class Done {

    private Done() {}

    /// @param notice the end of the key of the sentence to show there
    public static Response at(String path, String notice) {
        String separator = path.contains("?") ? "&" : "?";
        return Response.seeOther(URI.create(path + separator + Frame.DONE + "=" + notice))
                .build();
    }
}
