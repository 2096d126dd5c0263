package org.threeshift.web.page;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Sends a rendered page, packed for browsers that can unpack. Packed quickly rather than tightly: the container's own packing
 * takes longer than the rendering of a scorecard, to save a few kilobytes more.
 */
final class Packing {
    /** Smaller pages fit into two packets anyway. */
    private static final int LEAST_BYTES = 2_048;

    private Packing() {}

    static void send(Utf8ByteOutput page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (page.getContentLength() < LEAST_BYTES || hasStrongTag(response)) {
            whole(page, response);
            return;
        }
        response.addHeader("Vary", "Accept-Encoding");
        if (unpacks(request)) {
            packed(page, response);
        } else {
            whole(page, response);
        }
    }

    private static void whole(Utf8ByteOutput page, HttpServletResponse response) throws IOException {
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }

    private static void packed(Utf8ByteOutput page, HttpServletResponse response) throws IOException {
        var bytes = new ByteArrayOutputStream(page.getContentLength() / 4);
        try (var packing = new Quick(bytes)) {
            // At once: a template's output consists of thousands of little pieces.
            packing.write(page.toByteArray());
        }
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(bytes.size());
        response.getOutputStream().write(bytes.toByteArray());
    }

    /** Such a tag names the very bytes. */
    private static boolean hasStrongTag(HttpServletResponse response) {
        return Optional.ofNullable(response.getHeader("ETag"))
                .filter(tag -> tag.startsWith("\""))
                .isPresent();
    }

    private static boolean unpacks(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Accept-Encoding")).stream()
                .flatMap(accepted -> Arrays.stream(accepted.split(",")))
                .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(coding ->
                        coding.equals("gzip") || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
