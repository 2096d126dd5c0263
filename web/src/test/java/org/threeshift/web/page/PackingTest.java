package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PackingTest {
    private static final String LONG = "Where you stand on the three shifts, and how sure we are. ".repeat(200);

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br , GZIP", "gzip;q=0.5"})
    void a_long_page_is_packed_for_whoever_unpacks(String accepted) throws IOException {
        request.addHeader("Accept-Encoding", accepted);
        send(LONG);
        byte[] sent = response.getContentAsByteArray();
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentLength()).isEqualTo(sent.length).isLessThan(LONG.length() / 10);
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            assertThat(new String(unpacking.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip;q=0.00", "identity"})
    void nobody_gets_what_they_cannot_unpack(String accepted) throws IOException {
        request.addHeader("Accept-Encoding", accepted);
        send(LONG);
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(LONG);
    }

    @Test
    void a_short_page_goes_as_it_is() throws IOException {
        request.addHeader("Accept-Encoding", "gzip");
        send("Short.");
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("Short.");
    }

    @Test
    void what_is_tagged_by_its_bytes_keeps_them() throws IOException {
        request.addHeader("Accept-Encoding", "gzip");
        response.setHeader("ETag", "\"17\"");
        send(LONG);
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(LONG);
    }

    private void send(String text) throws IOException {
        var page = new Utf8ByteOutput();
        page.writeContent(text);
        Packing.send(page, request, response);
    }
}
