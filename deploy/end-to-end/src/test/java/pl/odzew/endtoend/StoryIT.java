package pl.odzew.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.odzew.local.Arguments;

class StoryIT {

    /// Far from the ports of an installation that a person may have running.
    private static final String PORT_BASE = "18080";

    @Test
    void theWholeStoryComesTrueOnAFreshInstallation(@TempDir Path data) {
        // Given
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Arguments arguments =
                Arguments.parse("--data", data.toString(), "--port-base", PORT_BASE, "--root", root.toString());

        // Then
        Demo.play(arguments, System.out);
    }
}
