package pl.odzew.mailbox.mailserver.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The lines that Gmail puts on top of a mail when it delivers it: `Return-Path`, `Received` and its verdict in
/// `Authentication-Results` (RFC 8601), with Gmail's own folding.
final class DeliveryStamp {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

    private DeliveryStamp() {}

    static byte[] put(Letter letter, String recipient, long id, Instant now) {
        String from =
                Addresses.domain(Addresses.first(letter.content().first("From").orElse("")));
        String sender = letter.envelopeSender();
        String host = letter.forged() ? "mail.example.net" : "smtp." + from;
        String ip = letter.forged() ? "198.51.100.66" : "203.0.113.25";
        String date = DATE.format(now);
        String top = """
                Delivered-To: %1$s
                Received: by 2002:a05:6402:1cd3:b0:5a1:7d2:9f3a with SMTP id %2$s;
                        %3$s
                Return-Path: <%4$s>
                Received: from %5$s (%5$s. [%6$s])
                        by mx.google.com with ESMTPS id %2$s
                        for <%1$s>
                        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
                        %3$s
                Authentication-Results: mx.google.com;
                %7$s
                """.formatted(recipient, Long.toHexString(id), date, sender, host, ip, verdict(letter, from, ip))
                .replace("\n", "\r\n");
        ByteArrayOutputStream stamped = new ByteArrayOutputStream();
        stamped.writeBytes(top.getBytes(StandardCharsets.UTF_8));
        stamped.writeBytes(letter.bytes());
        return stamped.toByteArray();
    }

    private static String verdict(Letter letter, String from, String ip) {
        String sender = letter.envelopeSender();
        String spf = letter.forged() ? "does not designate" : "designates";
        String spfOf = sender.isEmpty() ? "smtp.helo=" + from : "smtp.mailfrom=" + sender;
        return """
                dkim=%1$s header.i=@%2$s header.s=dkim1024 header.b=Xk2pQ7vd;
                spf=%1$s (google.com: domain of %3$s %4$s %5$s as permitted sender) %6$s;
                dmarc=%1$s (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=%2$s""".formatted(letter.forged() ? "fail" : "pass", from, sender, spf, ip, spfOf)
                .indent(7)
                .stripTrailing();
    }
}
