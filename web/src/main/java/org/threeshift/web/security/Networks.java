package org.threeshift.web.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The part of the network that one subscriber has: the first 24 bits of an IPv4 address, the first 64 of an IPv6 one. */
final class Networks {
    private static final int LONGEST = 64;

    private Networks() {}

    /**
     * Absent for this machine itself.
     *
     * @param address as the server has it, of the nearest proxy that it trusts
     */
    static Optional<String> of(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            if (literal.isLoopbackAddress()) {
                return Optional.empty();
            }
            int bytes = literal instanceof Inet4Address ? 3 : 8;
            return Optional.of(HexFormat.ofDelimiter(".").formatHex(Arrays.copyOf(literal.getAddress(), bytes)));
        } catch (IllegalArgumentException noAddress) {
            // Whatever a proxy calls it: one network of that name.
            return Optional.of(address.length() > LONGEST ? address.substring(0, LONGEST) : address);
        }
    }
}
