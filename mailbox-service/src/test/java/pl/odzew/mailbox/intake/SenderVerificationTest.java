package pl.odzew.mailbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.events.mailbox.v1.MailProvider;

class SenderVerificationTest {

    private final SenderVerification verification =
            new SenderVerification(Map.of(MailProvider.GMAIL, List.of("mx.google.com")), List.of("allegro.pl"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.google.com; dmarc=pass header.from=allegromail.pl",
                "MX.Google.com 1; DKIM=Pass (2048 bit) header.d=AllegroMail.pl",
                "mx.google.com; dkim=fail header.d=allegromail.pl; dkim=pass header.i=@allegromail.pl header.s=x",
                "mx.google.com; spf=pass (domain of x; ok) smtp.mailfrom=bounce@allegromail.pl",
                "mx.google.com; dkim=pass reason=\"good; very\" header.d=allegromail.pl"
            })
    void aPassThatIsAlignedWithFromVouches(String results) {
        assertThat(vouches("allegromail.pl", results)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.google.com; none",
                "mx.google.com",
                "",
                ";;;",
                "mx.google.com; dmarc=fail header.from=allegromail.pl",
                "mx.google.com; dmarc=pass header.from=evil.example",
                "mx.google.com; dmarc=pass",
                "mx.google.com; spf=pass (domain of \"a); dkim=pass header.d=allegromail.pl (\"@evil.example ok)"
                        + " smtp.mailfrom=x@evil.example; dmarc=fail header.from=allegromail.pl",
                "mx.google.com; dkim=pass header.d=evil.example",
                "mx.google.com; dkim=pass header.d=pl",
                "mx.google.com; dkim=pass header.d=mail.allegromail.pl",
                "mx.google.com; spf=pass smtp.mailfrom=allegromail.pl@evil.example",
                "mx.google.com; spf=pass smtp.helo=allegromail.pl",
                "mx.google.com; spf=fail (dkim=pass header.d=allegromail.pl; dkim=pass header.d=allegromail.pl)",
                "mx.google.com; spf=fail reason=\"x; dkim=pass header.d=allegromail.pl\"",
                "mx.google.com; spf=fail smtp.mailfrom=\"a dkim=pass header.d=allegromail.pl\"@evil.example",
                "mx.google.com.evil.example; dmarc=pass header.from=allegromail.pl",
                "mx.evil.example; dmarc=pass header.from=allegromail.pl"
            })
    void nothingElseDoes(String results) {
        assertThat(vouches("allegromail.pl", results)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.google.com; dkim=pass header.d=allegro.pl",
                "mx.google.com; spf=pass smtp.mailfrom=x@allegro.pl"
            })
    void anAllegroDomainVouchesForThoseBeneathIt(String results) {
        assertThat(vouches("mail.allegro.pl", results)).isTrue();
        assertThat(vouches("notallegro.pl", results)).isFalse();
    }

    private boolean vouches(String domain, String results) {
        Headers headers = new Headers(List.of(
                new Headers.Field("Authentication-Results", "relay.example; dmarc=fail"),
                new Headers.Field("Authentication-Results", results),
                new Headers.Field("Authentication-Results", "mx.google.com; dmarc=fail header.from=allegromail.pl")));
        return verification.vouchesFor(domain, headers, MailProvider.GMAIL);
    }
}
