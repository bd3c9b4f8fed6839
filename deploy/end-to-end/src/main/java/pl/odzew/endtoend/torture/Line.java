package pl.odzew.endtoend.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A TCP line between a service and what it needs, which can be held, cut or broken in the middle of an answer.
///
/// Two virtual threads for each connection. Half of an answer is what a server leaves that dies while it speaks.
final class Line implements AutoCloseable {

    enum State {
        WHOLE,
        /// Connections are taken and stay open, and nothing passes.
        HELD,
        /// Connections are broken off, also new ones.
        CUT,
        /// Of the next answer half passes, then the connection is broken off.
        HALF
    }

    private static final int CHUNK = 16 * 1024;

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    private Line(ServerSocket listener, int server) {
        this.listener = listener;
        this.server = server;
    }

    /// Listens on any free port of the loopback interface.
    ///
    /// @param server the port that it leads to
    static Line to(int server) {
        try {
            var line = new Line(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), server);
            Thread.ofVirtual().name("line-to-" + server).start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized void become(State next) {
        state = next;
        if (next == State.CUT) {
            open.forEach(Line::closeQuietly);
        }
        notifyAll();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        become(State.CUT);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // Closed; or one connection that could not be taken, which a client sees as any other that breaks.
            }
        }
    }

    private void connect(Socket client) {
        Socket onward = null;
        try {
            if (stateOnceItPasses() == State.CUT) {
                return;
            }
            Socket toServer = new Socket(InetAddress.getLoopbackAddress(), server);
            onward = toServer;
            open.add(toServer);
            client.setTcpNoDelay(true);
            toServer.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(() -> pass(toServer, client, true));
            pass(client, toServer, false);
            back.join();
        } catch (IOException _) {
            // The server does not listen: the client sees a connection that ends.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            drop(client);
            drop(onward);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                State now = stateOnceItPasses();
                if (now == State.CUT) {
                    break;
                }
                if (now == State.HALF && answers) {
                    out.write(chunk, 0, length / 2);
                    break;
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException _) {
            // One end is gone; the other follows.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private synchronized State stateOnceItPasses() {
        try {
            while (state == State.HELD) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return State.CUT;
        }
        return state;
    }

    private void drop(@Nullable Socket socket) {
        if (socket != null) {
            closeQuietly(socket);
            open.remove(socket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is being thrown away.
        }
    }
}
