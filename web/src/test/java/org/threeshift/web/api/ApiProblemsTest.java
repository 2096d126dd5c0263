package org.threeshift.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.threeshift.core.outage.Outages;

class ApiProblemsTest {
    @RestController
    static final class Calls {
        @GetMapping("/api/broken")
        String broken() {
            return Optional.<String>empty().orElseThrow(() -> new IllegalStateException("secret"));
        }

        @GetMapping("/api/things/{id}")
        UUID thing(@PathVariable UUID id) {
            return id;
        }

        @PostMapping("/api/numbers")
        int number(@RequestBody int number) {
            return number;
        }
    }

    private final MockMvc api = api();

    private static MockMvc api() {
        var sentences = new ResourceBundleMessageSource();
        sentences.setBasenames("messages/error", "messages/problem");
        sentences.setDefaultEncoding("UTF-8");
        sentences.setAlwaysUseMessageFormat(true);
        var problems = new ApiProblems(sentences, Outages.known());
        problems.setMessageSource(sentences);
        return MockMvcBuilders.standaloneSetup(new Calls())
                .setControllerAdvice(problems)
                .build();
    }

    @Test
    void an_unforeseen_failure_tells_nothing_of_the_code() throws Exception {
        MockHttpServletResponse answer = answer(get("/api/broken"));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("Something broke on the server.")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void a_value_that_does_not_fit_is_named() throws Exception {
        MockHttpServletResponse answer = answer(get("/api/things/seven"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("The value “seven” does not fit “id”.");
    }

    @Test
    void a_body_that_is_no_json_gets_a_sentence() throws Exception {
        MockHttpServletResponse answer = answer(
                post("/api/numbers").contentType(MediaType.APPLICATION_JSON).content("{"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("The body is no valid JSON of the expected shape.");
    }

    private MockHttpServletResponse answer(RequestBuilder call) throws Exception {
        MockHttpServletResponse response = api.perform(call).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        return response;
    }
}
