package org.threeshift.core.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where fetching may go. Production goes to {@link #PUBLIC}; tests bring their own, which finds their servers. */
public interface Reach {
    Reach PUBLIC = new Reach() {
        @Override
        public boolean allows(String scheme, int port) {
            return scheme.equals("https") && (port == 443 || port == 8443);
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            return List.of(InetAddress.getAllByName(host));
        }

        @Override
        public boolean allows(InetAddress address) {
            return PublicNetwork.has(address);
        }
    };

    boolean allows(String scheme, int port);

    /** Asked once for each step, and nothing but these addresses is spoken to: a name that changes its mind meanwhile gains nothing. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    boolean allows(InetAddress address);
}
