package org.threeshift.web.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** All that the demonstration is made of, as its files tell it. */
record Material(Cast cast, Plan plan, Library library, Phrases phrases) {
    private static final String FOLDER = "/demonstration/";
    private static final List<String> EVIDENCE =
            List.of("hiring-manager-screen", "the-seven", "director-panel", "warm-up");

    private static final JsonMapper RECORDS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @param interviews a candidate's ones in the order of time */
    record Plan(String bank, List<Booking> interviews) {}

    /** From the files that ship. */
    static Material shipped() {
        return new Material(
                read("people", new TypeReference<Cast>() {}),
                read("interviews", new TypeReference<Plan>() {}),
                new Library(EVIDENCE.stream()
                        .flatMap(Material::notes)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue))),
                read("summaries", new TypeReference<Phrases>() {}));
    }

    private static Stream<Map.Entry<String, Library.QuestionNotes>> notes(String round) {
        return read("evidence/" + round, new TypeReference<Map<String, Library.QuestionNotes>>() {})
                .entrySet()
                .stream();
    }

    private static <T> T read(String name, TypeReference<T> type) {
        String file = FOLDER + name + ".yaml";
        try (InputStream in = Material.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not there");
            }
            Object tree = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
            return RECORDS.convertValue(tree, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The candidate's interviews before this one that were held. */
    List<Booking> before(Booking booking) {
        return plan.interviews().stream()
                .takeWhile(earlier -> !earlier.equals(booking))
                .filter(earlier -> earlier.candidate().equals(booking.candidate()))
                .filter(earlier -> earlier.end().held())
                .toList();
    }
}
