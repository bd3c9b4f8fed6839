package pl.odzew.allegro.client.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.AllegroException;

/// Turns a status into a failure, once for the whole service; nothing further in reads statuses or texts.
public class AnswerMapper implements ResponseExceptionMapper<AllegroException> {

    private static final Logger LOG = Logger.getLogger(AnswerMapper.class);

    /// Allegro publishes neither the limit nor a code for it, only its words: "Dzienny limit wiadomości
    /// został osiągnięty" (#10194).
    private static final Pattern DAILY_LIMIT = Pattern.compile(
            "(dzienny|daily)\\W+(message\\W+)?limit|limit\\w*\\W+(dzienn|dail)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

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
        if (words.code().equals("authorization_pending")) {
            return new AllegroException.Transient(AllegroException.Transient.Code.NOT_YET, words.text());
        }
        if (words.code().equals("slow_down")) {
            return new AllegroException.Transient(AllegroException.Transient.Code.TOO_OFTEN, words.text());
        }
        // A message may stand there all the same: Allegro failed to read back what it had written (#12381).
        if (words.code().equals("DATA_FETCHING_ERROR")) {
            return new AllegroException.Transient(AllegroException.Transient.Code.SERVER_ERROR, words.text());
        }
        if (DAILY_LIMIT.matcher(words.text()).find()) {
            return new AllegroException.Permanent(AllegroException.Permanent.Code.DAILY_LIMIT, words.text());
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
