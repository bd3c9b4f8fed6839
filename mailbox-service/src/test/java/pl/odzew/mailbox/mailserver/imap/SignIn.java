package pl.odzew.mailbox.mailserver.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.LoginAnswer;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.wire.Wire;

/// `LOGIN` and `AUTHENTICATE`: hears the credential, asks the post office, and refuses in Gmail's words.
final class SignIn {

    /// What Gmail sends when it refuses an OAuth token, before its `NO`.
    private static final String TOKEN_REFUSED =
            "{\"status\":\"401\",\"schemes\":\"bearer mac\",\"scope\":\"https://mail.google.com/\"}";

    private final PostOffice office;
    private final Wire wire;
    private final CommandReader reader;
    private final Replies replies;

    SignIn(PostOffice office, Wire wire, CommandReader reader, Replies replies) {
        this.office = office;
        this.wire = wire;
        this.reader = reader;
        this.replies = replies;
    }

    /// The account, when the sign-in was accepted; the caller says OK. Any refusal has been written.
    Optional<Account> login(ImapCommand command) throws IOException {
        return judge(command, command.string(0), command.string(1));
    }

    Optional<Account> authenticate(ImapCommand command) throws IOException {
        return switch (command.argument(0).keyword()) {
            case "PLAIN" -> plain(command);
            case "XOAUTH2" -> {
                Optional<Account> account = office.byToken(decode(command, initialResponse(command)));
                if (account.isPresent()) {
                    yield account;
                }
                replies.line("+ " + Base64.getEncoder().encodeToString(TOKEN_REFUSED.getBytes(StandardCharsets.UTF_8)));
                reader.answer();
                replies.tagged(command, "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");
                yield Optional.empty();
            }
            default -> {
                replies.tagged(command, "NO Unsupported authentication mechanism (Failure)");
                yield Optional.empty();
            }
        };
    }

    /// RFC 4616: who to act for, who signs in, and the password, with a NUL between them.
    private Optional<Account> plain(ImapCommand command) throws IOException {
        String response = initialResponse(command);
        if (response.equals("*")) {
            throw new ImapSyntaxException(command.tag(), "Authentication cancelled");
        }
        String[] parts = decode(command, response).split("\0", -1);
        if (parts.length != 3) {
            throw new ImapSyntaxException(command.tag(), "Invalid SASL argument");
        }
        return judge(command, parts[1], parts[2]);
    }

    /// In the command itself (RFC 4959), else after our `+`.
    private String initialResponse(ImapCommand command) throws IOException {
        if (command.arguments().size() > 1) {
            return command.string(1);
        }
        replies.line("+ ");
        return reader.answer();
    }

    private static String decode(ImapCommand command, String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ImapSyntaxException(command.tag(), "Invalid SASL argument");
        }
    }

    private Optional<Account> judge(ImapCommand command, String address, String password) throws IOException {
        return switch (office.login(Protocol.IMAP, address, password)) {
            case LoginAnswer.Accepted accepted -> Optional.of(accepted.account());
            case LoginAnswer.Refused refused -> {
                refuse(command, refused);
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

    private void refuse(ImapCommand command, LoginAnswer.Refused refused) throws IOException {
        for (String line : refused.lines()) {
            String text = line.startsWith("A1 ") ? line.substring(3) : line;
            replies.line(line.startsWith("* ") || line.startsWith("+ ") ? line : command.tag() + " " + text);
        }
        if (refused.closes()) {
            wire.close();
        }
    }
}
