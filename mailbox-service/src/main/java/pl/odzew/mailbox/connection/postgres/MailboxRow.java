package pl.odzew.mailbox.connection.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.connection.AccountSettings;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.connection.Mailbox;

/// A mailbox as a row. The fields are filled by [#copy] or by Hibernate before anybody reads them.
@Entity(name = "MailboxRow")
@Table(name = "mailbox")
class MailboxRow {

    @Id
    UUID id;

    @Column(name = "seller_id")
    String sellerId;

    @Column(name = "address")
    String address;

    @Column(name = "provider")
    @Enumerated(EnumType.STRING)
    MailProvider provider;

    @Column(name = "credential_shape")
    @Enumerated(EnumType.STRING)
    CredentialShape credentialShape;

    @Column(name = "credential_version")
    long credentialVersion;

    /// Of the last event; not an optimistic lock, since rows are locked before they are changed.
    @Column(name = "version")
    long version;

    /// Said by the condition too; a column of its own for queries.
    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    MailboxStatus status;

    @Column(name = "status_since")
    Instant statusSince;

    /// Why it is refused, or doubted.
    @Column(name = "reason")
    @Nullable
    String reason;

    /// When it was refused last while it is in doubt.
    @Column(name = "refused_at")
    @Nullable
    Instant refusedAt;

    @Column(name = "provider_key")
    String providerKey;

    @Column(name = "own_servers")
    @Nullable
    String ownServers;

    @Column(name = "login_user")
    @Nullable
    String loginUser;

    @Column(name = "condition")
    String condition;

    @Column(name = "secret")
    byte[] secret;

    void copy(Mailbox mailbox) {
        id = mailbox.id().value();
        sellerId = mailbox.sellerId().value();
        address = mailbox.address().value();
        provider = mailbox.provider();
        credentialShape = mailbox.shape();
        credentialVersion = mailbox.credentialVersion();
        version = mailbox.version();
        providerKey = mailbox.providerKey().value();
        ownServers = ServersJson.write(mailbox.settings().servers());
        loginUser = mailbox.settings().user();
        status = mailbox.condition().status();
        statusSince = mailbox.condition().since();
        reason = mailbox.failure().map(failure -> failure.reason().name()).orElse(null);
        refusedAt = mailbox.condition() instanceof Condition.Suspect suspect
                ? suspect.suspicion().last()
                : null;
        condition = ConditionJson.write(mailbox.condition());
    }

    Mailbox mailbox() {
        return new Mailbox(
                new MailboxId(id),
                new SellerId(sellerId),
                new MailAddress(address),
                provider,
                new AccountSettings(ServersJson.read(ownServers), loginUser),
                credentialShape,
                credentialVersion,
                version,
                ConditionJson.read(condition));
    }
}
