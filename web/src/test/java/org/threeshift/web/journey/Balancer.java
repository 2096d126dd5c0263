package org.threeshift.web.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a balancer with sticky sessions is to one person: an address that leads to one node, and to the next one from when
 * that does not answer. Connections are passed on as they are, byte by byte, so that a node that dies cuts them.
 */
final class Balancer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Integer> ports;
    private final AtomicInteger chosen = new AtomicInteger();

    private Balancer(ServerSocket door, List<Integer> ports) {
        this.door = door;
        this.ports = ports;
    }

    /** @param nodes the one to lead to first, then the others */
    static Balancer before(InstalledThreeshift... nodes) {
        try {
            var balancer = new Balancer(
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    List.of(nodes).stream().map(InstalledThreeshift::port).toList());
            Thread.ofVirtual().name("balancer").start(balancer::open);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** Which node it leads to now, counted from 0 as they were given. */
    int chosen() {
        return chosen.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                Thread.ofVirtual().start(() -> pass(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket browser) {
        try (browser;
                Socket node = toNode()) {
            Thread back = Thread.ofVirtual().start(() -> copy(node, browser));
            copy(browser, node);
            back.join();
        } catch (IOException nobodyThere) {
            // The browser sees its connection end, as it would before a balancer without a node.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket toNode() throws IOException {
        IOException last = new IOException("no node");
        for (int tried = 0; tried < ports.size(); tried++) {
            int node = chosen.get();
            try {
                return new Socket(InetAddress.getLoopbackAddress(), ports.get(node));
            } catch (IOException dead) {
                last = dead;
                chosen.compareAndSet(node, (node + 1) % ports.size());
            }
        }
        throw last;
    }

    /** Until one side ends; then the other one ends too. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                out.write(part, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            // Closed by now on both sides.
        }
    }
}
