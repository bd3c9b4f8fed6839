package pl.odzew.mailbox.mailserver.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.LoginAnswer;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.wire.Wire;

/// `AUTH` (RFC 4954) with PLAIN and LOGIN; or with an OAuth token that the account takes.
final class SmtpSignIn {

    private static final String TOKEN_REFUSED =
            "{\"status\":\"401\",\"schemes\":\"bearer mac\",\"scope\":\"https://mail.google.com/\"}";

    private final PostOffice office;
    private final Wire wire;

    SmtpSignIn(PostOffice office, Wire wire) {
        this.office = office;
        this.wire = wire;
    }

    /// The account, when the sign-in was accepted, and then `235` has been written; so has any refusal.
    ///
    /// @param arguments of `AUTH`: the mechanism, and perhaps an initial response
    Optional<Account> authenticate(String arguments) throws IOException {
        String[] words = arguments.strip().split(" +");
        String initial = words.length > 1 ? words[1] : null;
        try {
            return switch (words[0].toUpperCase(Locale.ROOT)) {
                case "PLAIN" -> plain(answer(initial, ""));
                case "LOGIN" -> judge(decode(answer(initial, "Username:")), decode(answer(null, "Password:")));
                case "XOAUTH2" -> token(initial);
                default -> refuse("504 5.7.4 Unrecognized Authentication Type - gsmtp");
            };
        } catch (IllegalArgumentException e) {
            return refuse("501 5.5.2 Cannot Decode response - gsmtp");
        }
    }

    private Optional<Account> plain(String response) throws IOException {
        String[] parts = decode(response).split("\0", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not three parts");
        }
        return judge(parts[1], parts[2]);
    }

    private Optional<Account> token(@Nullable String initial) throws IOException {
        Optional<Account> account = office.byToken(decode(answer(initial, "")));
        if (account.isPresent()) {
            wire.writeLine("235 2.7.0 Accepted");
            wire.flush();
            return account;
        }
        answer(null, TOKEN_REFUSED);
        return refuse("535 5.7.8 Username and Password not accepted. 5b1f17b1804b1-odzew - gsmtp");
    }

    private Optional<Account> judge(String address, String password) throws IOException {
        return switch (office.login(Protocol.SMTP, address, password)) {
            case LoginAnswer.Accepted accepted -> {
                wire.writeLine("235 2.7.0 Accepted");
                wire.flush();
                yield Optional.of(accepted.account());
            }
            case LoginAnswer.Refused refused -> {
                refuse(refused.lines().toArray(String[]::new));
                if (refused.closes()) {
                    wire.close();
                }
                yield Optional.empty();
            }
            case LoginAnswer.Silence _ -> {
                wire.ignoreForEver();
                yield Optional.empty();
            }
            case LoginAnswer.Cut _ -> {
                wire.cut();
                yield Optional.empty();
            }
        };
    }

    private Optional<Account> refuse(String... lines) throws IOException {
        for (String line : lines) {
            wire.writeLine(line);
        }
        wire.flush();
        return Optional.empty();
    }

    /// What came with the command, else what the client answers to our challenge.
    private String answer(@Nullable String initial, String challenge) throws IOException {
        if (initial != null) {
            return initial.equals("=") ? "" : initial;
        }
        wire.writeLine("334 " + Base64.getEncoder().encodeToString(challenge.getBytes(StandardCharsets.UTF_8)));
        wire.flush();
        String answer = wire.readLine();
        if (answer == null) {
            throw new IOException("the client went away");
        }
        return answer;
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
