package pl.odzew.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {

    @Test
    void onlyOneLauncherMayHaveADataFolder(@TempDir Path folder) throws Exception {
        // Given
        var data = new DataFolder(folder);
        assertThat(Instance.runningOn(data)).isEmpty();
        FileLock claim = Instance.claim(data).orElseThrow();
        var instance = new Instance(4711, 8080, true);
        instance.write(data);

        // Then
        assertThat(Instance.claim(data)).isEmpty();
        assertThat(Instance.runningOn(data)).contains(instance);

        // When
        claim.acquiredBy().close();

        // Then
        assertThat(Instance.runningOn(data)).isEmpty();
    }
}
