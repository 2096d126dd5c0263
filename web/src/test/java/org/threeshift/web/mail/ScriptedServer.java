package org.threeshift.web.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that takes everything but says at one point what a test wants it to say. */
final class ScriptedServer implements AutoCloseable {
    /** Instead of an answer the line is cut. */
    static final String CUT = "";

    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (\\S+)");
    private static final Pattern CHUNK = Pattern.compile("BDAT (\\d+)( LAST)?");
    private static final String FINE = "250 fine";

    private final ServerSocket door;
    private final String at;
    private final Supplier<String> answer;
    private final List<String> took = new CopyOnWriteArrayList<>();

    /** @param at the first letters of the command, or "." for the end of the message */
    ScriptedServer(String at, String answer) {
        this(at, () -> answer);
    }

    /** @param answer what happens at that point, and what is said then */
    ScriptedServer(String at, Supplier<String> answer) {
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

    /** The {@code Message-ID} of each message whose end it saw and that it did not refuse, whether or not it could say so. */
    List<String> took() {
        return List.copyOf(took);
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
            try {
                Socket line = door.accept();
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            converse(line.getInputStream(), line.getOutputStream());
        } catch (IOException hungUp) {
            // The next one may call.
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        say(out, "220 scripted");
        var message = new StringBuilder();
        boolean data = false;
        for (String said = line(in); !said.isEmpty(); said = line(in)) {
            String command = said.strip();
            if (data && !command.equals(".")) {
                message.append(said);
                continue;
            }
            Matcher chunk = CHUNK.matcher(command);
            boolean chunked = chunk.matches();
            if (chunked) {
                message.append(new String(in.readNBytes(Integer.parseInt(chunk.group(1))), StandardCharsets.UTF_8));
            }
            boolean end = data || (chunked && chunk.group(2) != null);
            data = command.equals("DATA") && !command.startsWith(at);
            String usual = usual(command);
            String reply = command.startsWith(at) ? answer.get() : usual;
            if (end && (reply.equals(CUT) || reply.equals(FINE))) {
                Matcher id = ID.matcher(message);
                took.add(id.find() ? id.group(1) : "");
            }
            if (reply.equals(CUT)) {
                return;
            }
            say(out, reply);
        }
    }

    private static String usual(String command) {
        return switch (command.substring(0, Math.min(4, command.length()))) {
            case "EHLO" -> "250-scripted\r\n250 CHUNKING";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> FINE;
        };
    }

    /** With its end; empty at the end of all. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        int letter = in.read();
        while (letter >= 0) {
            line.append((char) letter);
            if (letter == '\n') {
                return line.toString();
            }
            letter = in.read();
        }
        return "";
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
