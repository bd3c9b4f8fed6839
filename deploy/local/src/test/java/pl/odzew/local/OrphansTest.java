package pl.odzew.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    private DataFolder data;
    private Process ours;
    private Process another;

    @BeforeEach
    void startProcesses(@TempDir Path folder) throws Exception {
        data = new DataFolder(folder);
        ours = sleeper(new ProcessMark(data).argument());
        another = sleeper(new ProcessMark(new DataFolder(folder.resolve("2"))).argument());
    }

    @AfterEach
    void endProcesses() {
        ours.destroyForcibly();
        another.destroyForcibly();
    }

    @Test
    void stopsWhatAKilledLauncherHasLeft() {
        // Given
        var pidFiles = new PidFiles(data);
        pidFiles.write("mailbox-service", ours.pid());

        // When
        var stopped = new Orphans(data).stop();

        // Then
        assertThat(stopped).containsExactly("mailbox-service");
        assertThat(ours.isAlive()).isFalse();
        assertThat(pidFiles.read("mailbox-service")).isEmpty();
    }

    @Test
    void leavesAProcessAloneThatHasGotTheSameId() {
        // Given
        new PidFiles(data).write("mailbox-service", another.pid());

        // When
        var stopped = new Orphans(data).stop();

        // Then
        assertThat(stopped).isEmpty();
        assertThat(another.isAlive()).isTrue();
    }

    @Test
    void tellsFoldersApartWhoseNamesBeginAlike() {
        // Given
        var mark = new ProcessMark(new DataFolder(Path.of("/data/odzew")));

        // Then
        assertThat(mark.isIn("java -Dodzew.installation=/data/odzew -jar x.jar"))
                .isTrue();
        assertThat(mark.isIn("java -Dodzew.installation=/data/odzew2 -jar x.jar"))
                .isFalse();
    }

    private static Process sleeper(String mark) throws Exception {
        return new ProcessBuilder("sh", "-c", "sleep 60; :", mark).start();
    }
}
