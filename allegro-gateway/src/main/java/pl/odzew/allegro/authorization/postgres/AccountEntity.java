package pl.odzew.allegro.authorization.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.AccountFailure;
import pl.odzew.allegro.authorization.AllegroUserId;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.authorization.TokenDoubt;
import pl.odzew.allegro.authorization.TokenPair;
import pl.odzew.allegro.authorization.Vault;
import pl.odzew.events.AccountId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountStatus;

/// A row of `account`; the account without its tokens is [LinkedAccount].
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // The mapper fills the fields.
class AccountEntity {

    @Id
    UUID id;

    @Column(name = "seller_id")
    String sellerId;

    @Column(name = "allegro_user_id")
    String allegroUserId;

    String login;
    String addresses;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    @Column(name = "status_since")
    Instant statusSince;

    @Column(name = "failure_reason")
    @Enumerated(EnumType.STRING)
    @Nullable
    AccountAuthFailureReason failureReason;

    @Column(name = "failure_words")
    @Nullable
    String failureWords;

    long version;

    @Column(name = "linked_at")
    Instant linkedAt;

    @Column(name = "profile_read_at")
    Instant profileReadAt;

    @Column(name = "access_token")
    byte[] accessToken;

    @Column(name = "refresh_token")
    byte[] refreshToken;

    @Column(name = "access_expires_at")
    Instant accessExpiresAt;

    int refusals;

    @Column(name = "refused_at")
    @Nullable
    Instant refusedAt;

    void write(LinkedAccount account) {
        id = account.id().value();
        sellerId = account.sellerId().value();
        allegroUserId = account.userId().value();
        login = account.login().value();
        addresses = account.addresses().stream().map(MailAddress::value).collect(Collectors.joining("\n"));
        status = account.status();
        statusSince = account.statusSince();
        failureReason = account.failure() == null ? null : account.failure().reason();
        failureWords = account.failure() == null ? null : account.failure().serverWords();
        version = account.version();
        linkedAt = account.linkedAt();
        profileReadAt = account.profileReadAt();
    }

    LinkedAccount read() {
        return new LinkedAccount(
                new AccountId(id),
                new SellerId(sellerId),
                new AllegroUserId(allegroUserId),
                new Login(login),
                addresses.lines().map(MailAddress::new).toList(),
                status,
                statusSince,
                failureReason == null || failureWords == null ? null : new AccountFailure(failureReason, failureWords),
                version,
                linkedAt,
                profileReadAt);
    }

    void writeTokens(TokenPair tokens, Vault vault) {
        accessToken = vault.seal(tokens.access(), "account/" + id + "/access");
        refreshToken = vault.seal(tokens.refresh(), "account/" + id + "/refresh");
        accessExpiresAt = tokens.accessExpiresAt();
    }

    TokenDoubt readDoubt() {
        return new TokenDoubt(refusals, refusedAt);
    }

    void writeDoubt(TokenDoubt doubt) {
        refusals = doubt.refusals();
        refusedAt = doubt.lastAt();
    }

    TokenPair readTokens(Vault vault) {
        return new TokenPair(
                vault.open(accessToken, "account/" + id + "/access"),
                vault.open(refreshToken, "account/" + id + "/refresh"),
                accessExpiresAt);
    }
}
