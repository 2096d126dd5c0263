package org.threeshift.web.edge;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The proxies whose word is believed about where a request comes from. */
record Proxies(List<Network> networks) {
    Proxies {
        networks = List.copyOf(networks);
    }

    /** @param ranges separated by commas; empty for none at all */
    static Proxies of(String ranges) {
        return new Proxies(Arrays.stream(ranges.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(Network::parse)
                .toList());
    }

    boolean believe(String address) {
        return literal(address)
                .filter(literal -> networks.stream().anyMatch(network -> network.contains(literal)))
                .isPresent();
    }

    /**
     * Who sent the request: the rightmost address that is none of the proxies' own. What stands further left in the chain was
     * written by somebody whom nobody vouches for.
     *
     * @param peer  who holds the connection
     * @param chain the addresses of {@code X-Forwarded-For}, the nearest last
     */
    String sender(String peer, List<String> chain) {
        String sender = peer;
        for (String hop : chain.reversed()) {
            Optional<InetAddress> address = believe(sender) ? literal(hop) : Optional.empty();
            if (address.isEmpty()) {
                break;
            }
            sender = address.get().getHostAddress();
        }
        return sender;
    }

    /** Never asks a name server: a name is no address. */
    private static Optional<InetAddress> literal(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
