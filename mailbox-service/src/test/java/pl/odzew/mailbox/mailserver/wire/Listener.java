package pl.odzew.mailbox.mailserver.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A port of the loopback address where every client gets a virtual thread; TLS begins at once.
public final class Listener implements AutoCloseable {

    private static final int BACKLOG = 1000;

    private final ServerSocket server;
    private final SSLContext tls;
    private final Conversation conversation;
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();

    private Listener(ServerSocket server, SSLContext tls, Conversation conversation) {
        this.server = server;
        this.tls = tls;
        this.conversation = conversation;
    }

    /// @param port 0 for any that is free
    /// @throws IOException when the port is taken
    public static Listener start(String name, int port, SSLContext tls, Conversation conversation) throws IOException {
        ServerSocket server = new ServerSocket();
        // A restart must not wait until the connections of the last run are forgotten.
        server.setReuseAddress(true);
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException("port " + port + " for " + name + " cannot be had: " + e.getMessage(), e);
        }
        Listener listener = new Listener(server, tls, conversation);
        Thread.ofVirtual().name(name + "-listener").start(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Clients that are connected, signed in or not.
    public int openConnections() {
        return open.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or a client that was gone before it was greeted.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            converse(new Wire(secure, client));
        } catch (IOException e) {
            // Clients go away as they like.
        }
    }

    private void converse(Wire wire) throws IOException {
        open.add(wire);
        try {
            if (!server.isClosed()) {
                conversation.hold(wire);
            }
        } finally {
            open.remove(wire);
            wire.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(Wire::cut);
    }

    /// Talks to one client until either takes leave.
    @FunctionalInterface
    public interface Conversation {
        void hold(Wire wire) throws IOException;
    }
}
