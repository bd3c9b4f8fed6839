package pl.odzew.mailbox.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All accounts of the server, and what left them for the outside world. Safe for use by many threads.
public final class PostOffice {

    private static final Pattern XOAUTH2 =
            Pattern.compile("user=([^\u0001]*)\u0001auth=Bearer ([^\u0001]*)\u0001\u0001");

    private final Ledger ledger;
    private final Clock clock;
    private final int connectionsPerAccount;
    private final GmailIds ids;
    private final LoginLog logins = new LoginLog();
    private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();
    private final List<OutsideMail> outside = new CopyOnWriteArrayList<>();

    /// @param connectionsPerAccount open IMAP connections that an account may have; Gmail allows 15
    public PostOffice(Ledger ledger, Clock clock, int connectionsPerAccount) {
        this.ledger = ledger;
        this.clock = clock;
        this.connectionsPerAccount = connectionsPerAccount;
        ids = new GmailIds(clock);
        for (Ledger.Kept kept : ledger.accounts()) {
            kept.mails().forEach(mail -> ids.neverBelow(mail.gmailMessageId()));
            accounts.put(key(kept.state().address()), new Account(this, kept.state(), kept.mails()));
        }
        outside.addAll(ledger.outside());
        outside.forEach(mail -> ids.neverBelow(mail.id()));
    }

    /// Opens an account, or gives an existing one this password.
    public Account open(String address, String name, String password) {
        Account account = accounts.computeIfAbsent(key(address), _ -> fresh(address, name, password));
        account.changePassword(password);
        return account;
    }

    public Optional<Account> find(String address) {
        return Optional.ofNullable(accounts.get(key(address)));
    }

    /// In the order of their addresses.
    public Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /// Judges a sign-in and records it.
    public LoginAnswer login(Protocol protocol, String address, String password) {
        LoginAnswer answer = find(address)
                .map(account -> account.judge(protocol, password))
                .orElseGet(() -> new LoginAnswer.Refused(RefusalCase.INVALID_CREDENTIALS.lines(protocol)));
        boolean accepted = answer instanceof LoginAnswer.Accepted;
        logins.add(new LoginAttempt(now(), address, protocol, accepted, answer.words()));
        return answer;
    }

    /// The account that a response of XOAUTH2 opens, `user=…^Aauth=Bearer …^A^A`.
    public Optional<Account> byToken(String response) {
        Matcher xoauth2 = XOAUTH2.matcher(response);
        return xoauth2.matches()
                ? find(xoauth2.group(1)).filter(account -> account.opensTo(xoauth2.group(2)))
                : Optional.empty();
    }

    public List<LoginAttempt> logins() {
        return logins.all();
    }

    List<LoginAttempt> logins(String address) {
        return logins.of(address);
    }

    /// Takes a mail from a signed-in account: delivers it, then files it under Sent, as it is, Message-ID
    /// and all.
    ///
    /// In this order, so that what is found under Sent has been delivered, wherever this process dies.
    ///
    /// @return what the server calls it
    public String submit(Account sender, String envelopeSender, List<String> recipients, byte[] bytes) {
        byte[] complete = withMessageId(bytes);
        List<String> strangers = new ArrayList<>();
        for (String recipient : recipients) {
            find(recipient)
                    .ifPresentOrElse(
                            account -> account.receive(new Letter(envelopeSender, complete, false)),
                            () -> strangers.add(recipient));
        }
        long id = nextId();
        if (!strangers.isEmpty()) {
            OutsideMail mail = new OutsideMail(id, now(), envelopeSender, strangers, complete);
            ledger.save(mail);
            outside.add(mail);
        }
        sender.file(Folder.SENT, complete);
        return Long.toHexString(id);
    }

    /// Oldest first.
    public List<OutsideMail> outside() {
        return List.copyOf(outside);
    }

    public List<OutsideMail> outsideTo(String address) {
        return outside.stream().filter(mail -> mail.isTo(address)).toList();
    }

    Ledger ledger() {
        return ledger;
    }

    int connectionsPerAccount() {
        return connectionsPerAccount;
    }

    long nextId() {
        return ids.next();
    }

    Instant now() {
        return clock.instant();
    }

    private Account fresh(String address, String name, String password) {
        Map<Folder, Ledger.Numbering> folders = new EnumMap<>(Folder.class);
        for (Folder folder : Folder.values()) {
            folders.put(folder, new Ledger.Numbering(clock.instant().getEpochSecond() + folder.ordinal(), 1));
        }
        return new Account(
                this,
                new Ledger.AccountState(address, name, password, null, LoginPolicy.ANY_PASSWORD, null, folders),
                List.of());
    }

    private byte[] withMessageId(byte[] bytes) {
        if (new Rfc5322(bytes).first("Message-ID").isPresent()) {
            return bytes;
        }
        String field = "Message-ID: <" + Long.toHexString(nextId()) + "@mx.google.com>\r\n";
        return (field + new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
