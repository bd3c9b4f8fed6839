package pl.odzew.embedded;

/// A broker and a database server that tests use, wherever they come from.
interface Servers extends AutoCloseable {

    String bootstrapServers();

    /// Of the database server: `host:port`.
    String databaseAddress();

    /// For whoever reads the output of a build.
    String description();

    @Override
    void close();
}
