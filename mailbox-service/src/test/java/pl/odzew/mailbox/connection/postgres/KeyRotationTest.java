package pl.odzew.mailbox.connection.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.story.GmailForTests;

/// An operator takes a new key into use while the service runs.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class KeyRotationTest {

    private static final Password PASSWORD = Password.typed("tajne haslo");

    @ConfigProperty(name = "odzew.secrets.keyset-file")
    Path keysetFile;

    @Inject
    Mailboxes mailboxes;

    @Inject
    SecretBox secrets;

    @Inject
    KeyRotation rotation;

    @Inject
    DataSource database;

    @Test
    void everySecretStandsUnderTheNewKeySoonAndTheOldOneCanGo()
            throws IOException, GeneralSecurityException, SQLException {
        // Given
        MailboxId mailbox = connected();
        byte[] before = secret(mailbox);

        // When
        KeysetHandle both = KeysetHandle.newBuilder(read())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        write(both);
        secrets.readAgain();

        // Then
        assertThat(password(mailbox)).isEqualTo(PASSWORD);

        // When
        int renewed = rotation.encryptAnew().await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(renewed).isPositive();
        assertThat(secret(mailbox)).isNotEqualTo(before).startsWith(secrets.prefix());
        assertThat(rotation.encryptAnew().await().atMost(Duration.ofSeconds(30)))
                .isZero();

        // When
        KeysetHandle.Builder alone = KeysetHandle.newBuilder();
        alone.addEntry(KeysetHandle.importKey(both.getPrimary().getKey())
                .withFixedId(both.getPrimary().getId())
                .makePrimary());
        write(alone.build());
        secrets.readAgain();

        // Then
        assertThat(password(mailbox)).isEqualTo(PASSWORD);
    }

    @Test
    void theOldKeysetServesWhereTheNewOneCannotBeRead() throws IOException {
        // Given
        MailboxId mailbox = connected();
        String before = Files.readString(keysetFile);

        // When
        Files.writeString(keysetFile, "{ half of a keyset");
        try {
            assertThatThrownBy(secrets::readAgain).hasMessageContaining("is not a keyset");
        } finally {
            Files.writeString(keysetFile, before);
        }

        // Then
        assertThat(password(mailbox)).isEqualTo(PASSWORD);
    }

    private MailboxId connected() {
        String seller = "anna-" + UUID.randomUUID();
        return mailboxes
                .add(
                        Mailbox.connected(
                                new SellerId(seller),
                                new MailAddress(seller + "@gmail.com"),
                                MailProvider.GMAIL,
                                CredentialShape.OTHER,
                                Instant.now()),
                        PASSWORD)
                .toCompletableFuture()
                .join()
                .id();
    }

    private Password password(MailboxId mailbox) {
        return Password.typed(mailboxes
                .signIn(mailbox)
                .toCompletableFuture()
                .join()
                .orElseThrow()
                .login()
                .password()
                .reveal());
    }

    private KeysetHandle read() throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keysetFile), InsecureSecretKeyAccess.get());
    }

    private void write(KeysetHandle keys) throws IOException, GeneralSecurityException {
        Files.writeString(keysetFile, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }

    private byte[] secret(MailboxId mailbox) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select secret from mailbox where id = ?")) {
            query.setObject(1, mailbox.value());
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getBytes(1);
            }
        }
    }
}
