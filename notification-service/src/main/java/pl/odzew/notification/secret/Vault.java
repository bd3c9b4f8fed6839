package pl.odzew.notification.secret;

import java.util.Optional;

/// Encrypts what must never lie readable in the database, or be forged in a link.
public interface Vault {

    /// @param boundTo names what the bytes are for; they open for the same name only
    byte[] seal(byte[] open, String boundTo);

    /// Nothing for bytes that were sealed otherwise or by another installation.
    Optional<byte[]> open(byte[] sealed, String boundTo);
}
