package pl.odzew.mailbox.watch.imap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.intake.Uid;

/// Damages real dialogues at random for as long as it may (`ODZEW_FUZZ_SECONDS`), and expects nothing but answers and
/// [ProtocolViolation]s.
///
/// Another seed at each run; a failure names the one that it had.
@Tag("fuzz")
class ResponseReaderFuzzTest {

    private static final List<byte[]> DIALOGUES = List.of(bytes("""
                    * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
                    * LIST (\\HasNoChildren \\Sent) "/" "[Gmail]/Wys&AUI-ane"
                    A1 OK done
                    """), bytes("""
                    * 12 FETCH (UID 7 X-GM-MSGID 1278455344230334865 INTERNALDATE "23-Nov-2026 12:00:00 +0000" BODY[]<0> {24}
                    Subject: a) "b" {9}

                    ok)
                    * 13 EXISTS
                    * SEARCH 1 2 3 4 5 6 7 8 9
                    A2 OK [READ-ONLY] Success
                    """), bytes("""
                    + eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=
                    * NO [WEBALERT https://a.example/x] Web login required {5}
                    * BYE [OVERQUOTA] Account exceeded command or bandwidth limits.
                    A3 NO [ALERT] Please log in via your web browser: https://a.example (Failure)
                    """));

    @Test
    void nothingThatAServerSaysBreaksMoreThanItsConnection() {
        Duration limit = Duration.ofSeconds(Long.parseLong(System.getenv().getOrDefault("ODZEW_FUZZ_SECONDS", "2")));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long end = System.nanoTime() + limit.toNanos();
        long rounds = 0;
        while (System.nanoTime() < end) {
            byte[] damaged = damaged(DIALOGUES.get(random.nextInt(DIALOGUES.size())), random);
            try {
                read(damaged, random);
            } catch (ProtocolViolation _) {
                // The connection is closed and the mailbox tried again.
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + ", round " + rounds + ": " + new String(damaged, StandardCharsets.ISO_8859_1),
                        e);
            }
            rounds++;
        }
        System.out.println("Dialogues damaged and read: " + rounds + ", seed " + seed);
    }

    private static byte[] damaged(byte[] dialogue, Random random) {
        byte[] bytes = Arrays.copyOf(dialogue, dialogue.length + random.nextInt(20));
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "(){}[]\"\\*+ \r\n0123456789".charAt(random.nextInt(23));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(30), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
                default -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            }
        }
        return bytes;
    }

    private static void read(byte[] bytes, Random random) {
        var reader = new ResponseReader();
        reader.expect(random.nextBoolean() ? Limits.SMALL : Limits.fetch(3, 1_000));
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(50));
            List<Response> responses = reader.read(Arrays.copyOfRange(bytes, at, end));
            for (Response response : responses) {
                if (response instanceof Response.Data data && data.name().equals("FETCH")) {
                    new FetchedMails(1_000)
                            .in(
                                    new Answer(
                                            new Response.Status("A1", Response.Kind.OK, null, "OK"),
                                            List.of(data),
                                            List.of()),
                                    List.of(new Uid(7)));
                }
            }
            at = end;
        }
    }

    private static byte[] bytes(String dialogue) {
        return dialogue.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
