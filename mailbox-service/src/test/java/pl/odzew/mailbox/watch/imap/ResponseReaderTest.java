package pl.odzew.mailbox.watch.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    private static final String DIALOGUE = """
            * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
            + idling
            * LIST (\\HasNoChildren \\Sent) "/" "[Gmail]/Wys&AUI-ane"
            * 12 FETCH (UID 7 X-GM-MSGID 1278455344230334865 BODY[]<0> {24}
            Subject: a) "b" {9}

            ok)
            * NO [WEBALERT https://a.example/x] Web login required {5}
            A1 NO [ALERT] Please log in via your web browser: https://a.example (Failure)
            """.replace("\n", "\r\n");

    @Test
    void theSameResponsesComeInWhateverChunksTheBytesArrive() {
        // Given
        List<String> inOnePiece = describe(read(DIALOGUE, DIALOGUE.length()));

        for (int size = 1; size < 40; size++) {
            // When
            List<Response> responses = read(DIALOGUE, size);

            // Then
            assertThat(describe(responses)).as("chunks of %d", size).isEqualTo(inOnePiece);
        }
        assertThat(inOnePiece).hasSize(6);
    }

    @Test
    void aLiteralIsTakenByItsLengthWhateverIsInIt() {
        // When
        Response fetch = read(DIALOGUE, 5).get(3);

        // Then
        assertThat(fetch).isInstanceOfSatisfying(Response.Data.class, data -> {
            Value.Group items = (Value.Group) data.values().getFirst();
            assertThat(items.values().get(4).asText()).isEqualTo("BODY[]<0>");
            assertThat(new String(items.values().get(5).asBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Subject: a) \"b\" {9}\r\n\r\nok".substring(0, 24));
        });
    }

    @Test
    void aRefusalIsKeptWordForWord() {
        // When
        List<Response> responses = read(DIALOGUE, 100);

        // Then
        assertThat(responses.get(4)).isInstanceOfSatisfying(Response.Status.class, status -> {
            assertThat(status.line()).isEqualTo("* NO [WEBALERT https://a.example/x] Web login required {5}");
            assertThat(status.codeOf("WEBALERT")).isEqualTo("https://a.example/x");
        });
        assertThat(responses.get(5)).isInstanceOfSatisfying(Response.Status.class, status -> {
            assertThat(status.tag()).isEqualTo("A1");
            assertThat(status.line())
                    .isEqualTo("NO [ALERT] Please log in via your web browser: https://a.example (Failure)");
        });
    }

    @Test
    void escapesInQuotedStringsAreUndone() {
        // When
        Response list = read("* LIST () \"\\\\\" \"a\\\"b\"\r\n", 3).getFirst();

        // Then
        assertThat(((Response.Data) list).values()).extracting(Value::asText).containsExactly("", "\\", "a\"b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* 1 FETCH (UID 1\r\n",
                "* 1 FETCH UID 1)\r\n",
                "* LIST () \"/ INBOX\r\n",
                "* LIST () \"/\" IN{BOX\r\n",
                "* 1 FETCH (BODY[HEADER {2}\r\nab)\r\n",
                "* 99999999999999999999 EXISTS\r\n",
                "A1 SEARCH 1\r\n",
                "* OK lonely line feed\n",
                "* \r\n",
                "* 1 FETCH (BODY[] {8193}\r\n",
                "* 1 FETCH (BODY[] {99999999999}\r\n"
            })
    void whatIsNoImapIsRefused(String line) {
        assertThatThrownBy(() -> read(line, 7)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void listsNestOnlySoDeep() {
        String deep = "(".repeat(16) + ")".repeat(16);
        assertThat(read("* X " + deep + "\r\n", 9)).hasSize(1);
        assertThatThrownBy(() -> read("* X (" + deep + ")\r\n", 9)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void aLineEndsSomewhere() {
        String endless = "* OK " + "x".repeat(64 * 1024);
        assertThatThrownBy(() -> read(endless, 1000))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("a line is longer");
    }

    @Test
    void anAnswerEndsSomewhere() {
        String endless = "* OK still here\r\n".repeat(100_000);
        assertThatThrownBy(() -> read(endless, 1000))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("an answer is larger");
    }

    @Test
    void aSearchMayNameEveryMailOfALargeFolder() {
        // Given
        StringBuilder line = new StringBuilder("* SEARCH");
        for (int uid = 1_000_000_000; uid < 1_000_100_000; uid++) {
            line.append(' ').append(uid);
        }
        ResponseReader reader = new ResponseReader();
        reader.expect(Limits.SEARCH);

        // When
        List<Response> responses = reader.read(line.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));

        // Then
        assertThat(((Response.Data) responses.getFirst()).values()).hasSize(100_000);
    }

    private static List<Response> read(String text, int chunk) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ResponseReader reader = new ResponseReader();
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += chunk) {
            responses.addAll(reader.read(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + chunk))));
        }
        return responses;
    }

    /// Arrays in records do not compare: as text they do.
    private static List<String> describe(List<Response> responses) {
        return responses.stream()
                .map(response -> response instanceof Response.Data data
                        ? data.number() + " " + data.name() + describeValues(data.values())
                        : response.toString())
                .toList();
    }

    private static String describeValues(List<Value> values) {
        StringBuilder text = new StringBuilder("(");
        for (Value value : values) {
            text.append(value instanceof Value.Group group ? describeValues(group.values()) : value.asText())
                    .append(' ');
        }
        return text.append(')').toString();
    }
}
