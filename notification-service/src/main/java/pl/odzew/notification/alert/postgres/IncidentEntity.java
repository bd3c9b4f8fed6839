package pl.odzew.notification.alert.postgres;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.notification.alert.Ending;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.IncidentId;
import pl.odzew.notification.alert.Problem;
import pl.odzew.notification.alert.Subject;
import pl.odzew.notification.alert.SubjectKind;

/// An incident as a row, with the mails that tell of it.
@Entity
@Table(name = "incident")
class IncidentEntity {

    private static final String COMMA = ",";

    @Id
    UUID id;

    @Column
    String sellerId;

    @Column
    @Enumerated(EnumType.STRING)
    SubjectKind kind;

    @Column
    UUID subjectId;

    @Column
    long subjectVersion;

    @Column
    String subjectName;

    @Column
    @Nullable
    String subjectAddress;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable
    MailProvider provider;

    @Column
    @Nullable
    Long credentialVersion;

    @Column
    String reason;

    @Column
    String serverWords;

    @Column
    @Nullable
    String helpUrl;

    @Column
    String remedies;

    @Column
    Instant brokenSince;

    @Column
    Instant openedAt;

    @Column
    @Nullable
    Instant closedAt;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable
    Ending ending;

    @Column
    @Nullable
    UUID warningMailId;

    @Column
    @Nullable
    UUID goodNewsMailId;

    @Column
    @Nullable
    Instant warnedAt;

    @Column
    int reminders;

    @Column
    @Nullable
    Instant nextReminderAt;

    @Column
    @Nullable
    UUID reminderMailId;

    static IncidentEntity of(Incident incident) {
        var entity = new IncidentEntity();
        entity.id = incident.id().value();
        entity.take(incident.subject());
        entity.subjectVersion = incident.subjectVersion();
        entity.take(incident.problem());
        entity.openedAt = incident.openedAt();
        return entity;
    }

    Incident toIncident() {
        var subject = new Subject(
                subjectId,
                kind,
                new SellerId(sellerId),
                subjectName,
                subjectAddress == null ? null : new MailAddress(subjectAddress));
        return new Incident(new IncidentId(id), subject, subjectVersion, problem(), openedAt, closedAt);
    }

    private void take(Subject subject) {
        sellerId = subject.sellerId().value();
        kind = subject.kind();
        subjectId = subject.id();
        subjectName = subject.name();
        subjectAddress = subject.address() == null ? null : subject.address().value();
    }

    private void take(Problem problem) {
        serverWords = problem.serverWords();
        brokenSince = problem.since();
        switch (problem) {
            case Problem.MailboxRefused refused -> take(refused);
            case Problem.AccountRefused refused -> {
                reason = refused.reason().name();
                remedies = "";
            }
        }
    }

    private void take(Problem.MailboxRefused refused) {
        provider = refused.provider();
        credentialVersion = refused.credentialVersion();
        reason = refused.reason().name();
        helpUrl = refused.helpUrl() == null ? null : refused.helpUrl().toString();
        remedies = refused.remedies().stream().map(Remedy::name).collect(Collectors.joining(COMMA));
    }

    private Problem problem() {
        return switch (kind) {
            case MAILBOX ->
                new Problem.MailboxRefused(
                        requireNonNull(provider, "a mailbox without provider"),
                        requireNonNull(credentialVersion, "a mailbox without credential"),
                        AuthFailureReason.valueOf(reason),
                        serverWords,
                        helpUrl == null ? null : URI.create(helpUrl),
                        brokenSince,
                        remedyList());
            case ALLEGRO_ACCOUNT ->
                new Problem.AccountRefused(AccountAuthFailureReason.valueOf(reason), serverWords, brokenSince);
        };
    }

    private List<Remedy> remedyList() {
        return Stream.of(remedies.split(COMMA))
                .filter(name -> !name.isEmpty())
                .map(Remedy::valueOf)
                .toList();
    }
}
