package pl.odzew.allegro.client.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.AllegroException;

/// Turns a status into a failure, once for the whole service; nothing further in reads statuses or texts.
public class AnswerMapper implements ResponseExceptionMapper<AllegroException> {

    private static final Logger LOG = Logger.getLogger(AnswerMapper.class);

    @Override
    public boolean handles(int status, @Nullable MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public AllegroException toThrowable(Response response) {
        ServerWords words = ServerWords.of(response.hasEntity() ? response.readEntity(String.class) : "");
        LOG.infof(
                "Allegro refused a call: status=%d code=%s traceId=%s",
                response.getStatus(), words.code(), response.getHeaderString(AnswerLog.TRACE_ID));
        return failure(response.getStatus(), words);
    }

    static AllegroException failure(int status, ServerWords words) {
        if (status >= 500) {
            return new AllegroException.Transient(AllegroException.Transient.Code.SERVER_ERROR, "status " + status);
        }
        if (status == 429) {
            return new AllegroException.Transient(AllegroException.Transient.Code.TOO_MANY_REQUESTS, words.text());
        }
        return new AllegroException.Permanent(permanent(status, words.code()), words.text());
    }

    private static AllegroException.Permanent.Code permanent(int status, String code) {
        if (status == 409 || code.equals("THREAD_CLOSED")) {
            return AllegroException.Permanent.Code.THREAD_CLOSED;
        }
        if (status == 403 && code.equals("AccessDenied")) {
            return AllegroException.Permanent.Code.SCOPE_MISSING;
        }
        if (code.equals("invalid_grant") || status != 401 && code.equals("invalid_token")) {
            return AllegroException.Permanent.Code.GRANT_REFUSED;
        }
        return switch (status) {
            case 401 -> AllegroException.Permanent.Code.TOKEN_REFUSED;
            case 404 -> AllegroException.Permanent.Code.NOT_FOUND;
            default -> AllegroException.Permanent.Code.REFUSED;
        };
    }
}
