package pl.odzew.events.message.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail's header says that decides whether it may be answered automatically (RFC 3834 §2, RFC 5230 §4.6).
///
/// @param autoSubmitted the field `Auto-Submitted` as written, all instances joined by a comma
/// @param precedence the field `Precedence` as written
/// @param listFields names of the `List-*` fields that are present
/// @param autoResponseSuppress the values of `X-Auto-Response-Suppress`
/// @param nullReturnPath whether `Return-Path` is `<>`
/// @param report whether it is a `multipart/report` or names `X-Failed-Recipients`: a bounce
/// @param addressedToMailbox whether To, Cc or Resent-* name the mailbox's own address
/// @param sender the local part and domain of From; not the address to answer to
/// @param spam what a filter of the mail system says in `X-Spam-Flag` or `X-Spam-Status`; absent where it says nothing
public record MailFacts(
        @Nullable String autoSubmitted,
        @Nullable String precedence,
        List<String> listFields,
        List<String> autoResponseSuppress,
        boolean nullReturnPath,
        boolean report,
        boolean addressedToMailbox,
        String sender,
        @Nullable Boolean spam) {

    public MailFacts {
        listFields = List.copyOf(listFields);
        autoResponseSuppress = List.copyOf(autoResponseSuppress);
    }

    /// Of a mail about which no filter says anything.
    public MailFacts(
            @Nullable String autoSubmitted,
            @Nullable String precedence,
            List<String> listFields,
            List<String> autoResponseSuppress,
            boolean nullReturnPath,
            boolean report,
            boolean addressedToMailbox,
            String sender) {
        this(
                autoSubmitted,
                precedence,
                listFields,
                autoResponseSuppress,
                nullReturnPath,
                report,
                addressedToMailbox,
                sender,
                null);
    }
}
