package pl.odzew.allegro.client.rest;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import org.jboss.logging.Logger;

/// Logs the `trace-id` of every answer: Allegro's support asks for it and keeps logs for 14 days.
public class AnswerLog implements ClientResponseFilter {

    static final String TRACE_ID = "trace-id";

    private static final Logger LOG = Logger.getLogger(AnswerLog.class);

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        LOG.debugf(
                "Allegro answered: method=%s path=%s status=%d traceId=%s",
                request.getMethod(),
                request.getUri().getPath(),
                response.getStatus(),
                response.getHeaderString(TRACE_ID));
    }
}
