package pl.odzew.mailbox.watch.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What holds of the parser for whatever a server may say.
class ResponseReaderPropertyTest {

    /// Every value that can be written is read as it was, however the bytes are cut.
    @Property(tries = 300)
    void whatIsWrittenIsRead(
            @ForAll("values") List<Value> values, @ForAll @IntRange(min = 1, max = 64) int chunk, @ForAll long seed) {
        // Given
        byte[] written = written("* 7 FETCH ", values);

        // When
        List<Response> read = read(written, chunk, new Random(seed));

        // Then
        assertThat(read).singleElement().isInstanceOfSatisfying(Response.Data.class, data -> {
            assertThat(data.number()).isEqualTo(7);
            assertThat(describe(data.values())).isEqualTo(describe(values));
        });
    }

    /// A refusal is handed out word for word, whatever words a provider chooses.
    @Property(tries = 300)
    void aRefusalIsKeptWordForWord(@ForAll("sentences") String words, @ForAll @IntRange(min = 1, max = 64) int chunk) {
        // When
        List<Response> read =
                read(("A1 NO " + words + "\r\n").getBytes(StandardCharsets.UTF_8), chunk, new Random(chunk));

        // Then
        assertThat(read)
                .singleElement()
                .isInstanceOfSatisfying(
                        Response.Status.class,
                        status -> assertThat(status.line()).isEqualTo("NO " + words));
    }

    /// Bytes that make no sense are a violation and nothing else: no other exception, no more memory than the
    /// bounds.
    @Property(tries = 1_000)
    void nonsenseIsAViolation(@ForAll @Size(max = 400) byte[] noise, @ForAll @IntRange(min = 1, max = 64) int chunk) {
        assertReadOrViolated(noise, chunk);
    }

    /// A dialogue in which some bytes were changed is still read or a violation.
    @Property(tries = 1_000)
    void aDamagedDialogueIsReadOrAViolation(
            @ForAll("values") List<Value> values,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int damages,
            @ForAll @IntRange(min = 1, max = 64) int chunk) {
        // Given
        byte[] damaged = written("* 7 FETCH ", values);
        Random random = new Random(seed);
        for (int i = 0; i < damages; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }

        // Then
        assertReadOrViolated(damaged, chunk);
    }

    private static void assertReadOrViolated(byte[] bytes, int chunk) {
        try {
            read(bytes, chunk, new Random(chunk));
        } catch (ProtocolViolation expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<List<Value>> values() {
        return value(3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ą', 'ł', 'ż', '{', '}', '[', ']', '"', '\\')
                .ofMinLength(1)
                .ofMaxLength(120)
                .filter(words -> !words.startsWith(" "));
    }

    private static Arbitrary<Value> value(int depth) {
        Arbitrary<Value> atom = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('.', '-')
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(Value.Atom::new);
        Arbitrary<Value> text =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(Value.Text::new);
        if (depth == 0) {
            return Arbitraries.oneOf(atom, text);
        }
        Arbitrary<Value> group = value(depth - 1).list().ofMaxSize(4).map(Value.Group::new);
        return Arbitraries.oneOf(atom, text, group);
    }

    private static byte[] written(String begin, List<Value> values) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(begin.getBytes(StandardCharsets.US_ASCII));
        writeAll(values, out);
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void writeAll(List<Value> values, ByteArrayOutputStream out) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(' ');
            }
            switch (values.get(i)) {
                case Value.Atom atom -> out.writeBytes(atom.name().getBytes(StandardCharsets.US_ASCII));
                case Value.Text text -> {
                    // As servers do: quoted where that is possible, as a literal where it is not.
                    out.writeBytes(isQuotable(text.bytes()) ? quoted(text.bytes()) : literal(text.bytes()));
                }
                case Value.Group group -> {
                    out.write('(');
                    writeAll(group.values(), out);
                    out.write(')');
                }
            }
        }
    }

    private static boolean isQuotable(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' || b == '"' || b == '\\' || b == 127) {
                return false;
            }
        }
        return true;
    }

    private static byte[] quoted(byte[] bytes) {
        return ("\"" + new String(bytes, StandardCharsets.US_ASCII) + "\"").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] literal(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("{" + bytes.length + "}\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    /// Chunks of a size by chance, up to the given one.
    private static List<Response> read(byte[] bytes, int chunk, Random random) {
        var reader = new ResponseReader();
        reader.expect(Limits.SMALL);
        List<Response> read = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(chunk));
            read.addAll(reader.read(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        return read;
    }

    private static String describe(List<Value> values) {
        StringBuilder words = new StringBuilder();
        for (Value value : values) {
            switch (value) {
                case Value.Atom atom -> words.append(atom.name().toUpperCase(Locale.ROOT));
                case Value.Text text -> words.append(Arrays.toString(text.bytes()));
                case Value.Group group ->
                    words.append('(').append(describe(group.values())).append(')');
            }
            words.append(' ');
        }
        return words.toString();
    }
}
