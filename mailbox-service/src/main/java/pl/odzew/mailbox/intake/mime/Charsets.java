package pl.odzew.mailbox.intake.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads bytes as text although mails say wrong things about their charset.
final class Charsets {

    /// What Polish mail programs wrote before UTF-8; reads every byte.
    private static final Charset POLISH = Charset.forName("windows-1250");

    private Charsets() {}

    /// By the declared charset where the bytes are possible in it, else by UTF-8, else as old Polish
    /// mails were written.
    static String decode(byte[] bytes, @Nullable String declared) {
        Optional<Charset> named = named(declared);
        List<Charset> candidates =
                Stream.concat(named.stream(), Stream.of(StandardCharsets.UTF_8)).toList();
        for (Charset charset : candidates) {
            Optional<String> text = strictly(bytes, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        boolean mostlyUtf8 = named.map(StandardCharsets.UTF_8::equals).orElse(false);
        return new String(bytes, mostlyUtf8 ? StandardCharsets.UTF_8 : POLISH);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(@Nullable String declared) {
        if (declared == null) {
            return Optional.empty();
        }
        String name = declared.strip().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        name = name.startsWith("cp-125") ? "windows-" + name.substring(3) : name;
        name = name.matches("iso8859-\\d+") ? "iso-" + name.substring(3) : name;
        try {
            return Optional.of(Charset.forName(name)).filter(Charset::canEncode);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
