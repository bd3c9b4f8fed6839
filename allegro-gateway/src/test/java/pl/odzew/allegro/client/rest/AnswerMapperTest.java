package pl.odzew.allegro.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.allegro.client.AllegroException;

class AnswerMapperTest {

    @ParameterizedTest
    @CsvSource({
        "401, invalid_token, TOKEN_REFUSED",
        "401, invalid_client, TOKEN_REFUSED",
        "400, invalid_grant, GRANT_REFUSED",
        "400, invalid_token, GRANT_REFUSED",
        "400, invalid_request, REFUSED",
        "403, AccessDenied, SCOPE_MISSING",
        "403, AnythingElse, REFUSED",
        "404, THREAD_NOT_FOUND, NOT_FOUND",
        "409, Conflict, THREAD_CLOSED",
        "422, THREAD_CLOSED, THREAD_CLOSED",
        "422, VALIDATION_ERROR, REFUSED",
        "415, X, REFUSED"
    })
    void refusalsAreTold(int status, String code, AllegroException.Permanent.Code expected) {
        assertThat(AnswerMapper.failure(status, new ServerWords(code, "words")))
                .isInstanceOfSatisfying(
                        AllegroException.Permanent.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(expected));
    }

    @Test
    void quirk11WrongPathIsNotFoundAndNoLackOfAPermission() {
        ServerWords words = ServerWords.of(
                "{\"errors\":[{\"code\":\"NotFoundException\",\"message\":\"Not found\",\"userMessage\":\"Feature unavailable."
                        + " Contact the application author.\"}]}");

        assertThat(AnswerMapper.failure(404, words))
                .isInstanceOfSatisfying(
                        AllegroException.Permanent.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(AllegroException.Permanent.Code.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "Dzienny limit wiadomości został osiągnięty, DAILY_LIMIT",
        "You have reached your daily message limit, DAILY_LIMIT",
        "The limit is 2000 characters, REFUSED",
        "Wiadomość zbyt długa, REFUSED"
    })
    void dailyLimitIsKnownByItsWords(String words, AllegroException.Permanent.Code expected) {
        assertThat(AnswerMapper.failure(422, new ServerWords("VALIDATION_ERROR", "VALIDATION_ERROR: " + words)))
                .isInstanceOfSatisfying(
                        AllegroException.Permanent.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(expected));
    }

    @Test
    void case36MessageThatAllegroFailedToReadBackMayStandThere() {
        assertThat(AnswerMapper.failure(422, new ServerWords("DATA_FETCHING_ERROR", "")))
                .matches(AnswerMapperTest::mayHaveBeenTaken);
    }

    @ParameterizedTest
    @CsvSource({"429, false", "500, true", "503, true"})
    void onlyAnErrorOfTheServerLeavesAPostUncertain(int status, boolean uncertain) {
        assertThat(AnswerMapper.failure(status, new ServerWords("", "")))
                .isInstanceOfSatisfying(
                        AllegroException.Transient.class,
                        failure -> assertThat(failure.mayHaveBeenTaken()).isEqualTo(uncertain));
    }

    @Test
    void connectionThatNeverCameAboutTookNothing() {
        // Given
        Throwable refused = new IllegalStateException(new ConnectException("refused"));
        Throwable broken = new java.io.IOException("Connection was closed");

        // Then
        assertThat(ConnectionFailures.classified(refused)).matches(failure -> !mayHaveBeenTaken(failure));
        assertThat(ConnectionFailures.classified(broken)).matches(AnswerMapperTest::mayHaveBeenTaken);
    }

    @Test
    void tokensAreTakenOutOfWhatAllegroSays() {
        // When
        ServerWords words = ServerWords.of(
                "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token: eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.x\"}");

        // Then
        assertThat(words.code()).isEqualTo("invalid_grant");
        assertThat(words.text()).isEqualTo("invalid_grant: Invalid refresh token: …");
    }

    @Test
    void messageForPeopleIsPreferred() {
        assertThat(
                        ServerWords.of(
                                "{\"errors\":[{\"code\":\"AccessDenied\",\"message\":\"Access is denied\",\"userMessage\":\"Brak dostępu\"}]}"))
                .isEqualTo(new ServerWords("AccessDenied", "AccessDenied: Brak dostępu"));
        assertThat(ServerWords.of("<html>")).isEqualTo(new ServerWords("", ""));
    }

    private static boolean mayHaveBeenTaken(Throwable failure) {
        return failure instanceof AllegroException.Transient passing && passing.mayHaveBeenTaken();
    }
}
