package pl.odzew.allegro.authorization.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientBasicAuth;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.rest.AnswerLog;
import pl.odzew.allegro.client.rest.AnswerMapper;

/// `allegro-oauth.openapi.yaml`: the token and the device endpoint.
@Path("/")
@RegisterRestClient(configKey = "allegro-oauth")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@ClientBasicAuth(username = "${odzew.allegro.client-id}", password = "${odzew.allegro.client-secret}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public interface TokenApi {

    @POST
    @Path("token")
    Uni<TokenWire> exchange(
            @FormParam("grant_type") String grantType,
            @FormParam("code") String code,
            @FormParam("redirect_uri") String redirectUri,
            @FormParam("code_verifier") String verifier);

    @POST
    @Path("token")
    Uni<TokenWire> byDevice(@FormParam("grant_type") String grantType, @FormParam("device_code") String deviceCode);

    @POST
    @Path("device")
    Uni<DeviceWire> device(@FormParam("client_id") String clientId);

    @POST
    @Path("token")
    Uni<TokenWire> refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    /// @param expiresIn seconds
    /// @param interval seconds
    record DeviceWire(
            @JsonProperty("device_code") String deviceCode,
            @JsonProperty("user_code") String userCode,
            @JsonProperty("verification_uri") URI verificationUri,

            @JsonProperty("verification_uri_complete") @Nullable
            URI verificationUriComplete,

            @JsonProperty("expires_in") long expiresIn,
            long interval) {

        @Override
        public String toString() {
            return "DeviceWire[redacted]";
        }
    }

    /// @param expiresIn seconds
    record TokenWire(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") @Nullable String refreshToken,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "TokenWire[redacted]";
        }
    }
}
