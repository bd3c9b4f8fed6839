package pl.odzew.mailbox.story;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Tokens as the OIDC provider signs them. The key is kept in system properties, since the resource that makes
/// it and the test that uses it are loaded by different class loaders.
final class SellersToken {

    private static final String PRIVATE_KEY = "test.token.private-key";
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private SellersToken() {}

    /// Makes a new key and gives its public half.
    static String publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair key = generator.generateKeyPair();
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()));
            return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String seller) {
        return signed(seller, "");
    }

    static String ofOperator() {
        return signed("operator", ",\"groups\":[\"operator\"]");
    }

    /// Of somebody who runs the service.
    static String ofOperator(String name) {
        return signed(name, ",\"groups\":[\"operator\"]");
    }

    private static String signed(String subject, String furtherClaims) {
        Instant now = Instant.now();
        String unsigned = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
                + "."
                + part("{\"sub\":\"%s\",\"aud\":\"odzew\",\"iat\":%d,\"exp\":%d%s}"
                        .formatted(subject, now.getEpochSecond(), now.getEpochSecond() + 600, furtherClaims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY)))));
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return BASE64_URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
