package pl.odzew.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs calls as Standard Webhooks 1.0 has it: HMAC-SHA256 over id, time and body.
///
/// @param secret as the seller has it: `whsec_` and the key in base64
public record Signature(String secret) {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    public Signature {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
    }

    /// @param key 24 to 64 random bytes
    public static Signature of(byte[] key) {
        return new Signature(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /// The header `webhook-signature`.
    public String sign(String id, Instant at, String body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a call", e);
        }
    }

    @Override
    public String toString() {
        return "Signature[redacted]";
    }
}
