package org.threeshift.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation of the API in words and examples, as {@code api/operations.yaml} has it.
 *
 * @param parameters what each stands for, by name
 * @param body       an example of what is sent
 * @param answers    an example of each good answer that has a body, by status
 * @param problems   the key of the sentence of each problem, by status
 */
record Described(
        String path,
        String method,
        String title,
        String text,
        Map<String, String> parameters,
        Optional<Object> body,
        Map<String, Object> answers,
        Map<String, String> problems) {
    private static final String FILE = "/api/operations.yaml";

    private record Row(
            String path,
            String method,
            String title,
            String text,
            @Nullable Map<String, String> parameters,
            @Nullable Object body,
            @Nullable Map<String, Object> answers,
            @Nullable Map<String, String> problems) {
        Described described() {
            return new Described(
                    path,
                    method,
                    title,
                    text,
                    some(parameters),
                    Optional.ofNullable(body),
                    some(answers),
                    some(problems));
        }

        private static <T> Map<String, T> some(@Nullable Map<String, T> map) {
            return map == null ? Map.of() : new LinkedHashMap<>(map);
        }
    }

    /** In the order of the file. */
    static List<Described> all() {
        try (InputStream in = Described.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            Object tree = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in);
            List<Row> rows = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .convertValue(tree, new TypeReference<List<Row>>() {});
            return rows.stream().map(Row::described).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** The name by which a link on the page leads here. */
    String anchor() {
        return (method + path)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("-$", "");
    }
}
