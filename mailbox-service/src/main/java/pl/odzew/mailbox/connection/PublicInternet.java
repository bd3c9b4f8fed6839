package pl.odzew.mailbox.connection;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Tells addresses that anybody on the internet may have from those with a meaning of their own: the special-purpose
/// registries of IANA (RFC 6890), with private networks, loopback, link-local and the clouds' metadata among them.
final class PublicInternet {

    private static final List<Block> V4 = Block.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /// Only this part of IPv6 is handed out to anybody (RFC 4291 §2.4), with blocks of special meaning inside.
    private static final Block V6_GLOBAL = Block.of("2000::/3");

    private static final List<Block> V6 = Block.all("2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16");

    /// IPv4 in IPv6's clothes, with how many bits stand before it.
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final int V4_BYTES = 4;
    private static final int AFTER_6TO4_PREFIX = 2;
    private static final int AFTER_NAT64_PREFIX = 12;

    private PublicInternet() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == V4_BYTES) {
            return isPublicV4(bytes);
        }
        if (NAT64.contains(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, AFTER_NAT64_PREFIX, AFTER_NAT64_PREFIX + V4_BYTES));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, AFTER_6TO4_PREFIX, AFTER_6TO4_PREFIX + V4_BYTES));
        }
        return V6_GLOBAL.contains(bytes) && V6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isPublicV4(byte[] bytes) {
        return V4.stream().noneMatch(block -> block.contains(bytes));
    }

    /// Addresses that begin alike.
    private record Block(BigInteger prefix, int bits, int length) {

        static List<Block> all(String... blocks) {
            return Arrays.stream(blocks).map(Block::of).toList();
        }

        static Block of(String block) {
            String[] parts = block.split("/");
            byte[] bytes = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            return new Block(new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits), bits, bytes.length);
        }

        boolean contains(byte[] address) {
            return address.length == length
                    && new BigInteger(1, address)
                            .shiftRight(length * Byte.SIZE - bits)
                            .equals(prefix);
        }
    }
}
