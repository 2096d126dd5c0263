package org.threeshift.web.edge;

import java.net.InetAddress;

/**
 * A range of addresses, such as {@code 10.0.0.0/8}, {@code fd00::/8} or the single {@code 192.0.2.7}.
 *
 * @param bits how many leading bits of an address must be those of {@code base}
 */
record Network(InetAddress base, int bits) {
    Network {
        if (bits < 0 || bits > base.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("No prefix of " + base.getHostAddress() + " has " + bits + " bits");
        }
    }

    /** @throws IllegalArgumentException for what is neither an address nor a range; a host's name is neither */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress base = InetAddress.ofLiteral(parts[0]);
        return new Network(base, parts.length == 2 ? Integer.parseInt(parts[1]) : base.getAddress().length * Byte.SIZE);
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((mine[whole] ^ other[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0;
    }
}
