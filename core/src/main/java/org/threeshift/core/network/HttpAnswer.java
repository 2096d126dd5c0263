package org.threeshift.core.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One answer of a server that closes the line after it (RFC 9112): whole, or an exception. The body is read of a good answer alone. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_LINE = 8_000;
    private static final int MOST_HEADERS = 200;
    private static final int PIECE = 8_192;

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** @throws TooLarge when the body has more octets than that */
    static HttpAnswer read(InputStream line, int mostOctets) throws IOException {
        var in = new BufferedInputStream(line);
        int status = status(line(in));
        Map<String, String> headers = headers(in);
        // What a server says before its answer.
        while (status >= 100 && status < 200) {
            status = status(line(in));
            headers = headers(in);
        }
        byte[] body = status == 200 ? body(in, headers, mostOctets) : new byte[0];
        return new HttpAnswer(status, headers, body);
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
            throw new IOException("no HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        int number = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (++number > MOST_HEADERS) {
                throw new IOException("too many headers");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return Map.copyOf(headers);
    }

    private static byte[] body(InputStream in, Map<String, String> headers, int most) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return chunked(in, most);
        }
        String length = headers.getOrDefault("content-length", "");
        if (length.matches("\\d{1,18}")) {
            long octets = Long.parseLong(length);
            if (octets > most) {
                throw new TooLarge();
            }
            byte[] body = in.readNBytes((int) octets);
            if (body.length < octets) {
                throw new EOFException();
            }
            return body;
        }
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLarge();
        }
        return body;
    }

    private static byte[] chunked(InputStream in, int most) throws IOException {
        var body = new ByteArrayOutputStream(PIECE);
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw new IOException("no chunk");
            }
            long octets = Long.parseLong(size, 16);
            if (octets == 0) {
                return body.toByteArray();
            }
            if (body.size() + octets > most) {
                throw new TooLarge();
            }
            byte[] piece = in.readNBytes((int) octets);
            if (piece.length < octets) {
                throw new EOFException();
            }
            body.write(piece);
            if (!line(in).isEmpty()) {
                throw new IOException("no end of a chunk");
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("too long a line");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
