package pl.odzew.mailbox.mailserver.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the post office writes what must survive its process; every call has been written when it returns.
public interface Ledger {

    void save(AccountState account);

    void save(String address, StoredMail mail);

    void delete(String address, StoredMail mail);

    void save(OutsideMail mail);

    /// What was written before, mails in the order of their Gmail ids.
    List<Kept> accounts();

    List<OutsideMail> outside();

    /// An account without its mails.
    record AccountState(
            String address,
            String name,
            String password,
            @Nullable String appPassword,
            LoginPolicy policy,
            @Nullable Refusal refusal,
            Map<Folder, Numbering> folders) {}

    /// A folder's `UIDVALIDITY`, and the lowest UID that the next mail may get.
    record Numbering(long uidValidity, long uidNext) {}

    record Kept(AccountState state, List<StoredMail> mails) {}

    /// Keeps nothing.
    Ledger NONE = new Ledger() {
        @Override
        public void save(AccountState account) {}

        @Override
        public void save(String address, StoredMail mail) {}

        @Override
        public void delete(String address, StoredMail mail) {}

        @Override
        public void save(OutsideMail mail) {}

        @Override
        public List<Kept> accounts() {
            return List.of();
        }

        @Override
        public List<OutsideMail> outside() {
            return List.of();
        }
    };
}
