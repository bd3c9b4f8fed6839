package pl.odzew.notification.delivery.postgres;

import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;

/// A mail whose time has come.
///
/// @param attempt which try this is, from 1; also the fence against a worker that was thought dead
/// @param mayHaveLeft an earlier try ended without a clear answer
/// @param again whoever tried last died on it, so that it may arrive twice
/// @param again whoever tried last died on it, so that it may arrive twice
/// @param payload what it is about, where that is no incident
public record DueMail(
        MailId id,
        SellerId sellerId,
        MailKind kind,
        int attempt,
        boolean mayHaveLeft,
        boolean again,
        @Nullable String payload) {}
