package pl.odzew.mailbox.mailserver.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.LoginAttempt;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.Rfc5322;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// The server at a glance: accounts with their latest mails and sign-ins, and what left for the outside world.
final class IndexPage {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Mail stand-in</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:15px/1.5 system-ui,sans-serif;color:#1f2328;background:#f6f7f9;margin:0}
            main{max-width:60rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.1rem;margin:0 0 .3rem}
            section{background:#fff;border:1px solid #dfe3e8;border-radius:.6rem;padding:1rem 1.2rem;margin:1rem 0}
            h3{font-size:.9rem;color:#57606a;margin:1rem 0 .2rem}small,td:first-child{color:#57606a}
            .ok,.bad{border-radius:1rem;padding:.1rem .6rem;font-size:.8rem;font-weight:600}
            .ok{background:#dcf5e4;color:#14692f}.bad{background:#fde3e1;color:#9b1c13}
            table{border-collapse:collapse;width:100%%;table-layout:fixed}td{padding:.25rem .5rem .25rem 0;vertical-align:top;
            overflow-wrap:anywhere;border-top:1px solid #eef0f2}td:first-child{width:10rem;white-space:nowrap}
            details summary{cursor:pointer}pre{white-space:pre-wrap;background:#f6f7f9;padding:.6rem;border-radius:.4rem}
            </style><main><h1>Mail stand-in <small>behaves like Gmail</small></h1>
            %s
            <section><h2>The outside world <small>(%d)</small></h2>%s</section>
            </main></html>
            """;

    private IndexPage() {}

    static String of(PostOffice office) {
        String accounts = office.accounts().stream().map(IndexPage::account).collect(Collectors.joining());
        return PAGE.formatted(
                accounts.isEmpty() ? "<section>No accounts yet.</section>" : accounts,
                office.outside().size(),
                rows(office.outside().stream().map(IndexPage::outside).toList()));
    }

    private static String account(Account account) {
        String state = account.refusal()
                .map(refusal -> "<span class=bad>refuses: " + refusal.kind() + "</span>")
                .orElse("<span class=ok>" + account.policy() + "</span>");
        return """
                <section><h2>%s <small>%s</small> %s</h2><small>%d open connections</small>
                <h3>Inbox (%d)</h3>%s<h3>Sent (%d)</h3>%s<h3>Sign-ins (%d)</h3>%s</section>
                """.formatted(
                        escaped(account.name()),
                        escaped(account.address()),
                        state,
                        account.openConnections(),
                        account.mails(Folder.INBOX).size(),
                        mails(account, Folder.INBOX),
                        account.mails(Folder.SENT).size(),
                        mails(account, Folder.SENT),
                        account.logins().size(),
                        rows(account.logins().stream().map(IndexPage::login).toList()));
    }

    private static String mails(Account account, Folder folder) {
        return rows(account.mails(folder).stream().map(IndexPage::mail).toList());
    }

    private static String mail(StoredMail mail) {
        return row(mail.receivedAt(), letter(mail.content().readable("From"), mail.content()));
    }

    private static String outside(OutsideMail mail) {
        return row(mail.acceptedAt(), letter(mail.from() + " → " + String.join(", ", mail.to()), mail.content()));
    }

    private static String login(LoginAttempt attempt) {
        String mark = attempt.accepted() ? "<span class=ok>accepted</span>" : "<span class=bad>refused</span>";
        return row(attempt.at(), attempt.protocol() + " " + mark + " " + escaped(attempt.serverWords()));
    }

    private static String letter(String who, Rfc5322 mail) {
        return "<details><summary>" + escaped(who) + " · <b>" + escaped(mail.readable("Subject"))
                + "</b></summary><pre>" + escaped(mail.text()) + "</pre></details>";
    }

    private static String row(Instant at, String html) {
        return "<tr><td>" + TIME.format(at) + "</td><td>" + html + "</td></tr>";
    }

    /// The latest first.
    private static String rows(List<String> rows) {
        return "<table>" + rows.reversed().stream().limit(SHOWN).collect(Collectors.joining()) + "</table>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
