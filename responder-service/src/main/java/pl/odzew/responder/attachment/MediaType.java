package pl.odzew.responder.attachment;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What Allegro takes as an attachment; told by a file's first bytes, since its name proves nothing.
public enum MediaType {
    PNG("image/png", "89504e470d0a1a0a"),
    GIF("image/gif", "474946383761", "474946383961"),
    BMP("image/bmp", "424d"),
    TIFF("image/tiff", "49492a00", "4d4d002a"),
    JPEG("image/jpeg", "ffd8ff"),
    PDF("application/pdf", "255044462d");

    private final String wireName;
    private final List<byte[]> beginnings;

    MediaType(String wireName, String... beginnings) {
        this.wireName = wireName;
        this.beginnings =
                Arrays.stream(beginnings).map(HexFormat.of()::parseHex).toList();
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<MediaType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> type.beginnings.stream().anyMatch(beginning -> startsWith(content, beginning)))
                .findFirst();
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
