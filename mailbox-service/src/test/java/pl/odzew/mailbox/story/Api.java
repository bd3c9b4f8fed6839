package pl.odzew.mailbox.story;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/// How people call the service.
final class Api {

    private Api() {}

    static RequestSpecification as(String seller) {
        return given().auth().oauth2(SellersToken.of(seller)).contentType(ContentType.JSON);
    }

    static RequestSpecification asOperator() {
        return given().auth().oauth2(SellersToken.ofOperator("olga")).contentType(ContentType.JSON);
    }
}
