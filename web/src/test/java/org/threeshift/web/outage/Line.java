package org.threeshift.web.outage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.threeshift.core.database.TestDatabase;

/** A line to a test's database that can hang, as when a machine is gone, or be cut, as when a server is stopped. */
final class Line implements AutoCloseable {
    private final String host;
    private final int port;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.STANDS;

    private enum State {
        STANDS,
        HANGS,
        CUT
    }

    private Line(String host, int port, ServerSocket door) {
        this.host = host;
        this.port = port;
        this.door = door;
    }

    static Line to(TestDatabase database) {
        URI there = URI.create(database.url().substring("jdbc:".length()));
        try {
            Line line = new Line(
                    there.getHost(), there.getPort(), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an application needs to reach the database by this line. */
    Map<String, Object> springProperties(TestDatabase database) {
        var properties = new HashMap<>(database.springProperties());
        properties.put(
                "spring.datasource.url", database.url().replace(host + ":" + port, "127.0.0.1:" + door.getLocalPort()));
        return properties;
    }

    /** Nothing comes through any more, in either direction, and nobody is told. */
    void hang() {
        turn(State.HANGS);
    }

    /** All connections end, and new ones end at once. */
    void cut() {
        turn(State.CUT);
        open.forEach(Line::end);
        open.clear();
    }

    void mend() {
        turn(State.STANDS);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private synchronized void turn(State next) {
        state = next;
        notifyAll();
    }

    private synchronized boolean passes() throws InterruptedException {
        while (state == State.HANGS) {
            wait();
        }
        return state == State.STANDS;
    }

    private synchronized boolean cutOff() {
        return state == State.CUT;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cutOff()) {
                    end(near);
                } else {
                    Thread.ofVirtual().start(() -> join(near));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        try {
            Socket far = new Socket(host, port);
            open.add(near);
            open.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            carry(far, near);
        } catch (IOException e) {
            end(near);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] part = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(part); read >= 0 && passes(); read = in.read(part)) {
                out.write(part, 0, read);
            }
        } catch (IOException ended) {
            // Either side has hung up, and both are closed now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
