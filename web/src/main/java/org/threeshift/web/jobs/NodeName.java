package org.threeshift.web.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node is called where nodes are told apart. */
public final class NodeName {
    private NodeName() {}

    /** Its machine and its process, such as {@code app-1 (4711)}. */
    public static String here() {
        return machine() + " (" + ProcessHandle.current().pid() + ")";
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}
