package pl.odzew.allegro.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pl.odzew.events.SellerId;

/// What is kept of a seller who was erased: nothing that names him, enough to know him again.
public final class ErasedSeller {

    private ErasedSeller() {}

    public static String digest(SellerId seller) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(("erased\n" + seller.value()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
