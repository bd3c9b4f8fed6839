package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import pl.odzew.allegro.marketplace.Seller;
import pl.odzew.events.SellerId;

/// A seller who linked his account through a replica's REST.
record LinkedSeller(SellerId id, Seller atAllegro, String accountId, MockOAuth2Server identity) {

    private static final String ACCOUNTS = "/api/v1/allegro-accounts";

    static LinkedSeller link(Surroundings surroundings, GatewayProcess replica, String login) {
        Seller atAllegro = surroundings.marketplace().seller(login, login + "@sklep.example");
        SellerId id = new SellerId("id-of-" + login);
        String links = replica.uri(ACCOUNTS + "/links").toString();
        Response begun = as(id, surroundings.identity()).post(links);
        Map<String, String> callback = Consent.given(begun.jsonPath().getString("authorizationUrl"), login);
        Response account = as(id, surroundings.identity()).body(callback).post(links + "/callback");
        assertThat(account.statusCode()).isEqualTo(201);
        return new LinkedSeller(id, atAllegro, account.jsonPath().getString("id"), surroundings.identity());
    }

    /// Answers the status.
    int checkedBy(GatewayProcess replica) {
        return as(id, identity)
                .post(replica.uri(ACCOUNTS + "/" + accountId + "/check").toString())
                .statusCode();
    }

    private static RequestSpecification as(SellerId seller, MockOAuth2Server identity) {
        String token = identity.issueToken("odzew", seller.value(), "odzew").serialize();
        return RestAssured.given().auth().oauth2(token).contentType("application/json");
    }
}
