package pl.odzew.portal.services.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.odzew.portal.services.AwayException;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Problem;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;

/// Asks services for a page: all at once, and each only as long as a reader waits.
@ApplicationScoped
public class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final Duration WHILE_A_SERVER_IS_ASKED = Duration.ofSeconds(15);

    private final Duration patience;

    Asking(@ConfigProperty(name = "odzew.portal.patience") Duration patience) {
        this.patience = patience;
    }

    /// A question that is on its way.
    public final class Asked<T> {

        private final Service service;
        private final CompletableFuture<T> answer;

        private Asked(Service service, CompletableFuture<T> answer) {
            this.service = service;
            this.answer = answer;
        }

        /// Waits for the answer, or goes on without; only who may not ask at all does not get a page.
        public Part<T> part() {
            try {
                return Part.here(join(service, answer));
            } catch (AwayException e) {
                LOG.warnf("a page goes without %s: %s", service.application(), e.getMessage());
                return new Part.Away<>(service);
            } catch (RefusedException e) {
                if (isAboutTheReader(e.problem())) {
                    throw e;
                }
                LOG.warnf("a page goes without %s: %s", service.application(), e.getMessage());
                return new Part.Away<>(service);
            }
        }

        /// Waits for the answer without which there is no page.
        public T needed() {
            return join(service, answer);
        }
    }

    /// Sends the question at once.
    public <T> Asked<T> of(Service service, Uni<T> question) {
        return new Asked<>(service, question.ifNoItem().after(patience).fail().subscribeAsCompletionStage());
    }

    /// Has a service do something, and waits for it; longer than for a page, since it may ask a mail server.
    public <T> T tell(Service service, Uni<T> order) {
        return join(
                service, order.ifNoItem().after(WHILE_A_SERVER_IS_ASKED).fail().subscribeAsCompletionStage());
    }

    private static <T> T join(Service service, CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof RefusedException refused && isAnswer(refused.problem())) {
                throw refused;
            }
            throw new AwayException(service, cause);
        }
    }

    /// Whether the service knew what it said, also when it speaks of a mail server that is away.
    private static boolean isAnswer(Problem problem) {
        return problem.status() < SERVER_ERROR
                || !problem.kind().isEmpty() && !problem.kind().equals("internal");
    }

    private static boolean isAboutTheReader(Problem problem) {
        return problem.status() == UNAUTHORIZED || problem.status() == FORBIDDEN;
    }
}
