package pl.odzew.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.portal.services.Service;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/mailboxes, MAILBOXES",
        "/api/v1/mailboxes/1/password, MAILBOXES",
        "/api/v1/allegro-accounts/links, ACCOUNTS",
        "/api/v1/autoresponder/rules, AUTORESPONDER",
        "/api/v1/decisions/statistics, AUTORESPONDER",
        "/api/v1/notifications/stream, NOTIFICATIONS",
        "/api/v1/data/erasures/1, NOTIFICATIONS",
        "/api/v1/audit/allegro-gateway, ACCOUNTS",
        "/api/v1/operator/stop, AUTORESPONDER",
        "/api/v1/operator/announcements/1, NOTIFICATIONS",
        "/api/v1/operator/mailbox-service/dead-letters, MAILBOXES"
    })
    void eachResourceHasItsService(String path, Service service) {
        assertThat(Routes.of(path)).contains(service);
    }

    @Test
    void nothingElseIsHandedOn() {
        assertThat(Routes.of("/api/v1/mailboxes-of-others")).isEmpty();
        assertThat(Routes.of("/api/v1/operator/unknown-service/audit")).isEmpty();
        assertThat(Routes.of("/q/metrics")).isEmpty();
    }
}
