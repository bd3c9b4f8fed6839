package pl.odzew.mailbox.intake.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import pl.odzew.mailbox.intake.MailParser;

/// Reads a mail as a stream of its pieces, so that nothing hostile makes us build a tree of it.
public final class Mime4jParser implements MailParser {

    private static final int MOST_FIELDS = 1_000;
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;

    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxHeaderCount(MOST_FIELDS)
            .setMaxHeaderLen(LONGEST_FIELD)
            .setMaxLineLen(-1)
            .build();

    @Override
    public Parsing parse(byte[] mail) {
        MimeTokenStream stream = new MimeTokenStream(BOUNDS);
        stream.setRecursionMode(RecursionMode.M_RECURSE);
        stream.parse(new ByteArrayInputStream(mail));
        MailInPieces pieces = new MailInPieces(mail);
        try {
            return read(stream, pieces);
        } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException _) {
            return new Parsing.Broken("its header is larger than we read");
        } catch (MimeException | IOException | RuntimeException e) {
            // The libraries were not written for everything that arrives; the next mail must not wait for this one.
            return new Parsing.Broken("not readable: " + e.getClass().getSimpleName());
        }
    }

    private static Parsing read(MimeTokenStream stream, MailInPieces pieces) throws IOException, MimeException {
        int depth = 0;
        int parts = 0;
        EntityState state = stream.getState();
        while (state != EntityState.T_END_OF_STREAM) {
            switch (state) {
                case T_START_MESSAGE, T_START_BODYPART -> {
                    depth++;
                    parts++;
                    if (depth > DEEPEST || parts > MOST_PARTS) {
                        return new Parsing.Broken("its parts are nested deeper or are more than we read");
                    }
                    pieces.begin(state == EntityState.T_START_MESSAGE);
                }
                case T_END_MESSAGE, T_END_BODYPART -> {
                    depth--;
                    pieces.end();
                }
                case T_FIELD -> pieces.field(stream.getField());
                case T_END_HEADER -> pieces.headerEnds();
                case T_START_MULTIPART -> pieces.multipart(stream.getBodyDescriptor());
                case T_BODY -> pieces.body(stream.getBodyDescriptor(), stream.getDecodedInputStream());
                case T_START_HEADER, T_END_MULTIPART, T_PREAMBLE, T_EPILOGUE, T_RAW_ENTITY, T_END_OF_STREAM -> {}
            }
            state = stream.next();
        }
        return new Parsing.Parsed(pieces.whole());
    }
}
