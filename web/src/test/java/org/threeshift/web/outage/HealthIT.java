package org.threeshift.web.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a balancer is told. */
class HealthIT extends OutageServer {
    @Test
    void a_node_is_not_ready_while_its_database_is_away_and_is_again_afterwards() {
        assertThat(status("readiness")).isEqualTo(200);
        line.cut();
        await(() -> status("readiness") == 503);
        assertThat(status("liveness")).as("it need not be started again").isEqualTo(200);
        line.mend();
        await(() -> status("readiness") == 200);
    }

    private static int status(String probe) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(threeshift.managementAddress() + "/actuator/health/" + probe))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
