package pl.odzew.mailbox.connection.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.odzew.mailbox.connection.Secret;

class SecretBoxTest {

    private static final Secret PASSWORD = new Secret("abcdefghijklmnop");

    @TempDir
    private Path folder;

    private SecretBox box;

    @BeforeEach
    void makeAKeyset() throws GeneralSecurityException, IOException {
        AeadConfig.register();
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Path file = Files.writeString(
                folder.resolve("keyset.json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        box = new SecretBox(file);
    }

    @Test
    void opensWhatItLockedForTheRow() {
        // Given
        UUID row = UUID.randomUUID();

        // When
        byte[] locked = box.lock(PASSWORD, row);

        // Then
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD.reveal());
        assertThat(box.open(locked, row)).isEqualTo(PASSWORD);
    }

    @Test
    void opensNothingThatWasMovedToAnotherRow() {
        // Given
        byte[] locked = box.lock(PASSWORD, UUID.randomUUID());

        // Then
        assertThatThrownBy(() -> box.open(locked, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(PASSWORD.reveal());
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> new SecretBox(folder.resolve("missing.json"))).hasMessageContaining("missing.json");
    }
}
