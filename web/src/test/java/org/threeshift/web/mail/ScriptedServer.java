package org.threeshift.web.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes everything but says at one point what a test wants it to say. */
final class ScriptedServer implements AutoCloseable {
    /** Instead of an answer the line is cut. */
    static final String CUT = "";

    private final ServerSocket door;
    private final String at;
    private final String answer;

    /** @param at the first letters of the command, or "." for the end of the message */
    ScriptedServer(String at, String answer) {
        this.at = at;
        this.answer = answer;
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket line = door.accept()) {
                talk(line);
            } catch (IOException hungUp) {
                // The next one may call.
            }
        }
    }

    private void talk(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = line.getOutputStream();
        say(out, "220 scripted");
        boolean data = false;
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            if (data && !said.equals(".")) {
                continue;
            }
            if (said.startsWith(at)) {
                if (answer.equals(CUT)) {
                    return;
                }
                say(out, answer);
            } else if (said.startsWith("DATA")) {
                data = true;
                say(out, "354 go on");
                continue;
            } else {
                say(out, said.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
            data = false;
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
