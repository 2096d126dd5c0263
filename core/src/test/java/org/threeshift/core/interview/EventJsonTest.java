package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.EventJson.Stored;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.Reversal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the stored form of events still: a golden file is never changed, a new version gets a new one. */
class EventJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void every_golden_event_is_read_and_written_the_same(Path golden) {
        JsonNode file = tree(golden);
        Stored written = EventJson.write(EventJson.read(stored(file)));
        assertThat(written.type()).isEqualTo(file.get("type").asString());
        assertThat(written.version()).isEqualTo(file.get("version").asInt());
        assertThat(JSON.readTree(written.payload())).isEqualTo(file.get("payload"));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_golden_file_is_named_after_its_type_and_version(Path golden) {
        JsonNode file = tree(golden);
        assertThat(golden.getFileName().toString())
                .startsWith(file.get("type").asString())
                .endsWith(".v" + file.get("version").asInt() + ".json");
    }

    @Test
    void every_kind_of_event_has_a_golden_file() {
        assertThat(goldenEvents().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(permitted(InterviewEvent.class));
    }

    @Test
    void every_kind_of_amendment_has_a_golden_file() {
        assertThat(goldenEvents()
                        .filter(InterviewEvent.SheetAmended.class::isInstance)
                        .map(event -> ((InterviewEvent.SheetAmended) event)
                                .amendment()
                                .getClass())
                        .collect(Collectors.toSet()))
                .isEqualTo(permitted(Amendment.class));
    }

    @Test
    void every_kind_of_reversal_has_a_golden_file() {
        assertThat(goldenEvents()
                        .filter(InterviewEvent.Undone.class::isInstance)
                        .map(event -> ((InterviewEvent.Undone) event).reversal().getClass())
                        .collect(Collectors.toSet()))
                .isEqualTo(permitted(Reversal.class));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            celebrated | 1 | {}                                | "celebrated", version 1, which this release cannot read
            Rated      | 1 | {}                                | "Rated", version 1, which this release cannot read
            started    | 2 | {}                                | "started", version 2, which this release cannot read
            cancelled  | 1 | {}                                | "cancelled", version 1, whose payload does not have that version's shape
            cancelled  | 1 | {"reason": "x", "mood": "dark"}   | "cancelled", version 1, whose payload does not have that version's shape
            cancelled  | 1 | {"reason": null}                  | "cancelled", version 1, whose payload does not have that version's shape
            joined     | 1 | {"seat": "BALCONY"}               | "joined", version 1, whose payload does not have that version's shape
            published  | 1 | {"selfScoreWaived": null}         | "published", version 1, whose payload does not have that version's shape
            finished   | 1 | {                                 | "finished", version 1, whose payload does not have that version's shape
            sheet-amended | 1 | {"amendment": {"of": "mood"}, "reason": "x"} | "sheet-amended", version 1, whose payload
            undone     | 1 | {"reversal": {"of": "mood"}}      | "undone", version 1, whose payload
            evidence-withdrawn | 1 | {"evidenceId": "17"}      | "evidence-withdrawn", version 1, whose payload
            """)
    void what_no_release_wrote_is_refused_by_name(String type, int version, String payload, String message) {
        assertThatThrownBy(() -> EventJson.read(new Stored(type, version, payload)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    static Stream<InterviewEvent> goldenEvents() {
        return goldenFiles().stream().map(golden -> EventJson.read(stored(tree(golden))));
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Set.of(sealed.getPermittedSubclasses());
    }

    private static Stored stored(JsonNode file) {
        return new Stored(
                file.get("type").asString(),
                file.get("version").asInt(),
                file.get("payload").toString());
    }

    private static JsonNode tree(Path golden) {
        try {
            return JSON.readTree(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> goldenFiles() {
        try {
            Path folder = Path.of(Objects.requireNonNull(EventJsonTest.class.getResource("events"))
                    .toURI());
            return Arrays.stream(Objects.requireNonNull(folder.toFile().listFiles()))
                    .map(java.io.File::toPath)
                    .sorted()
                    .toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
