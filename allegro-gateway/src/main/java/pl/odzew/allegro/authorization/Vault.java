package pl.odzew.allegro.authorization;

/// Encrypts what must never lie readable in the database.
public interface Vault {

    /// @param boundTo names the row and column; the bytes open for the same name only, so a swapped row opens nothing
    byte[] seal(Secret secret, String boundTo);

    /// Throws [IllegalStateException] for bytes that were sealed otherwise.
    Secret open(byte[] sealed, String boundTo);
}
