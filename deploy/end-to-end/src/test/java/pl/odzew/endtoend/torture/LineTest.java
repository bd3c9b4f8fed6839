package pl.odzew.endtoend.torture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.endtoend.torture.Line.State;

/// The line must break as it says it does: a fault that is none would let every run pass.
class LineTest {

    private static final String WORDS = "NOOP";
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int SHORT_MILLIS = 200;

    private ServerSocket echo;
    private Line line;

    @BeforeEach
    void aServerThatSaysWhatItHears() throws IOException {
        echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        line = Line.to(echo.getLocalPort());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket heard = echo.accept();
                    Thread.ofVirtual().start(() -> sayBack(heard));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        echo.close();
    }

    @Test
    void passesWhatIsSaidWhileItIsWhole() throws IOException {
        try (Socket client = connect(PATIENCE_MILLIS)) {
            assertEquals(WORDS, say(client));
        }
    }

    @Test
    void passesNothingWhileItIsHeldAndGoesOnAfterwards() throws IOException {
        try (Socket client = connect(SHORT_MILLIS)) {
            // Given
            line.become(State.HELD);
            assertThrows(SocketTimeoutException.class, () -> say(client));

            // When
            line.become(State.WHOLE);

            // Then
            client.setSoTimeout(PATIENCE_MILLIS);
            assertEquals(WORDS, hear(client));
        }
    }

    @Test
    void breaksOffWhatIsOpenAndWhatIsNewWhileItIsCut() throws IOException {
        try (Socket open = connect(PATIENCE_MILLIS)) {
            assertEquals(WORDS, say(open));

            // When
            line.become(State.CUT);

            // Then
            assertEquals("", hear(open));
            try (Socket fresh = connect(PATIENCE_MILLIS)) {
                assertEquals("", hear(fresh));
            }
        }
    }

    @Test
    void breaksOffInTheMiddleOfAnAnswer() throws IOException {
        try (Socket client = connect(PATIENCE_MILLIS)) {
            line.become(State.HALF);

            assertEquals("NO", say(client));
        }
    }

    private Socket connect(int timeout) throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), line.port());
        client.setSoTimeout(timeout);
        return client;
    }

    private static String say(Socket client) throws IOException {
        client.getOutputStream().write(WORDS.getBytes(US_ASCII));
        return hear(client);
    }

    /// What comes until the words are complete or the connection ends.
    private static String hear(Socket client) throws IOException {
        return new String(client.getInputStream().readNBytes(WORDS.length()), US_ASCII);
    }

    private static void sayBack(Socket heard) {
        try (heard) {
            heard.getInputStream().transferTo(heard.getOutputStream());
        } catch (IOException _) {
            // The line was cut.
        }
    }
}
