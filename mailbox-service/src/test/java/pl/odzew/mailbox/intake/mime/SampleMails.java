package pl.odzew.mailbox.intake.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.intake.BuyerIntake;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Reading;
import pl.odzew.mailbox.intake.Uid;

/// Anna's mailbox, to which the sample mails came.
final class SampleMails {

    static final Instant RECEIVED = Instant.parse("2026-11-23T17:15:31Z");

    static final Intake.Recipient ANNA = anna(MailProvider.GMAIL);

    private static final Intake INTAKE = new BuyerIntake(new Mime4jParser(), RecognisersFile.allegroMail());

    private SampleMails() {}

    static Intake.Recipient anna(MailProvider provider) {
        return new Intake.Recipient(
                new MailboxId(new UUID(0, 1)), new SellerId("anna"), new MailAddress("anna@gmail.com"), provider);
    }

    static Reading read(String sample) {
        return read(bytes(sample), ANNA);
    }

    static Reading read(byte[] mail, Intake.Recipient recipient) {
        return INTAKE.read(raw(mail, "1278455344230334865"), recipient);
    }

    static Reading readWithoutGmailId(byte[] mail, Intake.Recipient recipient) {
        return INTAKE.read(raw(mail, null), recipient);
    }

    /// The sample with the line ends of the wire, which do not survive in a repository.
    static byte[] bytes(String sample) {
        try (InputStream in = SampleMails.class.getResourceAsStream("/mail/" + sample + ".eml")) {
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            for (byte b : in.readAllBytes()) {
                if (b == '\n') {
                    wire.write('\r');
                }
                wire.write(b);
            }
            return wire.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String sample) {
        return new String(bytes(sample), UTF_8);
    }

    static RawMail raw(byte[] mail, String gmailId) {
        return new RawMail(new Uid(7), RECEIVED, gmailId, gmailId == null ? null : "77", mail, false);
    }
}
