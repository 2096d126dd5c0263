package org.threeshift.core.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells addresses that everybody on the internet reaches from all others: whatever fetches for people must not reach what only this
 * machine or its network reaches. The special ranges are those of RFC 6890 and its registries; of IPv6 only 2000::/3 is anybody's.
 */
final class PublicNetwork {
    private static final List<Range> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Within 2000::/3, what carries another address, or is for examples and tests.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final List<Range> ANYBODYS = ranges("2000::/3");

    private PublicNetwork() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean anybodys = address instanceof Inet4Address || ANYBODYS.stream().anyMatch(range -> range.holds(bytes));
        return anybodys && NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] start, int bits) {
        private static final Pattern SLASH = Pattern.compile("/");

        static Range of(String text) {
            String[] parts = SLASH.split(text);
            return new Range(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            if (!Arrays.equals(address, 0, whole, start, 0, whole)) {
                return false;
            }
            int left = bits % Byte.SIZE;
            int mask = left == 0 ? 0 : 0xff << (Byte.SIZE - left) & 0xff;
            return left == 0 || (address[whole] & mask) == (start[whole] & mask);
        }
    }
}
