package pl.odzew.mailbox.mailserver.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Connection;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.post.SubmissionFault;
import pl.odzew.mailbox.mailserver.wire.Wire;

/// One client's submission session.
public final class SmtpSession implements Connection {

    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^<>]*)>.*", Pattern.CASE_INSENSITIVE);
    private static final int MOST_RECIPIENTS = 100;
    private static final int LARGEST_MAIL = 35_882_577;
    private static final String ID = "5b1f17b1804b1-odzew";

    private final Wire wire;
    private final PostOffice office;
    private final SmtpSignIn signIn;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable Account account;
    private @Nullable String sender;
    private boolean over;

    private SmtpSession(Wire wire, PostOffice office) {
        this.wire = wire;
        this.office = office;
        signIn = new SmtpSignIn(office, wire);
    }

    /// Talks until either side takes leave.
    public static void hold(Wire wire, PostOffice office) throws IOException {
        SmtpSession session = new SmtpSession(wire, office);
        try {
            session.talk();
        } finally {
            if (session.account != null) {
                session.account.disconnected(session);
            }
        }
    }

    @Override
    public Protocol protocol() {
        return Protocol.SMTP;
    }

    @Override
    public void expire() {
        wire.cut();
    }

    private void talk() throws IOException {
        reply("220 smtp.gmail.com ESMTP " + ID + " - gsmtp");
        while (!over) {
            String line = wire.readLine();
            if (line == null) {
                return;
            }
            int space = line.indexOf(' ');
            String verb = space < 0 ? line : line.substring(0, space);
            answer(
                    verb.toUpperCase(Locale.ROOT),
                    space < 0 ? "" : line.substring(space + 1).strip());
        }
    }

    private void answer(String verb, String argument) throws IOException {
        switch (verb) {
            case "EHLO" ->
                reply(
                        "250-smtp.gmail.com at your service, [" + wire.peer() + "]",
                        "250-SIZE " + LARGEST_MAIL,
                        "250-8BITMIME",
                        "250-AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER XOAUTH",
                        "250-ENHANCEDSTATUSCODES",
                        "250-PIPELINING",
                        "250 SMTPUTF8");
            case "HELO" -> reply("250 smtp.gmail.com at your service");
            case "AUTH" -> authenticate(argument);
            case "MAIL" -> mail(argument);
            case "RCPT" -> recipient(argument);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                reply("250 2.1.5 Flushed " + ID + " - gsmtp");
            }
            case "NOOP" -> reply("250 2.0.0 OK " + ID + " - gsmtp");
            case "QUIT" -> {
                reply("221 2.0.0 closing connection " + ID + " - gsmtp");
                over = true;
            }
            default -> reply("502 5.5.1 Unrecognized command. " + ID + " - gsmtp");
        }
    }

    private void authenticate(String argument) throws IOException {
        if (account != null) {
            reply("503 5.5.1 Already authenticated - gsmtp");
            return;
        }
        Optional<Account> accepted = signIn.authenticate(argument);
        if (accepted.isPresent()) {
            account = accepted.get();
            account.connected(this);
        }
    }

    private void mail(String argument) throws IOException {
        Matcher path = PATH.matcher(argument);
        if (account == null) {
            reply(
                    "530-5.5.1 Authentication Required. Learn more at",
                    "530 5.5.1  https://support.google.com/mail/?p=WantAuthError " + ID + " - gsmtp");
        } else if (!path.matches()) {
            reply("555 5.5.2 Syntax error, cannot decode response. " + ID + " - gsmtp");
        } else if (!account.sendingRefused().isEmpty()) {
            reply(account.sendingRefused().toArray(String[]::new));
        } else {
            reset();
            sender = path.group(1);
            reply("250 2.1.0 OK " + ID + " - gsmtp");
        }
    }

    private void recipient(String argument) throws IOException {
        Matcher path = PATH.matcher(argument);
        if (sender == null) {
            reply("503 5.5.1 MAIL first. " + ID + " - gsmtp");
        } else if (!path.matches() || path.group(1).indexOf('@') < 1) {
            reply("553 5.1.3 The recipient address is not a valid RFC 5321 address. " + ID + " - gsmtp");
        } else if (recipients.size() == MOST_RECIPIENTS) {
            reply("452 4.5.3 Too many recipients. " + ID + " - gsmtp");
        } else {
            recipients.add(path.group(1));
            reply("250 2.1.5 OK " + ID + " - gsmtp");
        }
    }

    private void data() throws IOException {
        if (account == null || sender == null || recipients.isEmpty()) {
            reply("503 5.5.1 RCPT first. " + ID + " - gsmtp");
            return;
        }
        reply("354 Go ahead " + ID + " - gsmtp");
        byte[] mail = content();
        if (mail.length > LARGEST_MAIL) {
            reply("552 5.2.3 Your message exceeded Google's message size limits. " + ID + " - gsmtp");
        } else {
            accept(account, sender, mail);
        }
        reset();
    }

    private void accept(Account from, String envelopeSender, byte[] mail) throws IOException {
        Optional<SubmissionFault> fault = from.takeFault();
        if (fault.filter(SubmissionFault.CUT_BEFORE_ACCEPTING::equals).isPresent()) {
            wire.cut();
            return;
        }
        String id = office.submit(from, envelopeSender, recipients, mail);
        if (fault.isPresent()) {
            wire.cut();
            return;
        }
        reply("250 2.0.0 OK  " + id + " " + ID + " - gsmtp");
    }

    /// Up to the line with a single dot, with the dots taken off that were stuffed (RFC 5321 §4.5.2).
    private byte[] content() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String line = wire.readLine(); !".".equals(line); line = wire.readLine()) {
            if (line == null) {
                throw new IOException("the client went away in the middle of a mail");
            }
            if (content.size() <= LARGEST_MAIL) {
                content.writeBytes(
                        (line.startsWith(".") ? line.substring(1) : line).getBytes(StandardCharsets.ISO_8859_1));
                content.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return content.toByteArray();
    }

    private void reset() {
        sender = null;
        recipients.clear();
    }

    private void reply(String... lines) throws IOException {
        for (String line : lines) {
            wire.writeLine(line);
        }
        wire.flush();
    }
}
