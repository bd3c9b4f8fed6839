package pl.odzew.mailbox.watch.imap;

import io.netty.channel.ChannelConfig;
import io.netty.channel.socket.nio.NioChannelOption;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/// Has the system notice within a minute that the network is gone, while nobody says anything for many.
///
/// Left at its defaults TCP asks after two hours.
final class KeepAlive {

    /// In seconds: first asked after, asked again after, given up after so many.
    private static final int IDLE = 20;
    private static final int INTERVAL = 10;
    private static final int PROBES = 3;

    private KeepAlive() {}

    /// Without effect where the system cannot be told.
    static void on(NetSocket socket) {
        if (socket instanceof NetSocketInternal channel) {
            ChannelConfig config = channel.channelHandlerContext().channel().config();
            set(config, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE);
            set(config, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL);
            set(config, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
        }
    }

    private static void set(ChannelConfig config, SocketOption<Integer> option, int value) {
        try {
            config.setOption(NioChannelOption.of(option), value);
        } catch (UnsupportedOperationException _) {
            // Then a dead connection is noticed when IDLE is renewed.
        }
    }
}
