package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d(,choice,([^{}]|\\{\\d\\})*)?\\}");

    @Test
    void the_bundle_has_a_text_for_every_sentence_and_no_other() {
        assertThat(ResourceBundle.getBundle(Sentence.BUNDLE, Locale.ROOT).keySet())
                .isEqualTo(Arrays.stream(Sentence.values()).map(Sentence::key).collect(Collectors.toSet()));
    }

    @Test
    void somebody_hears_every_sentence() {
        List<String> heard = heard().toList();
        assertThat(Sentence.values()).allMatch(heardIn(heard));
    }

    @Test
    void a_sentence_that_nobody_hears_is_noticed() {
        assertThat(Sentence.YAML_TAB).matches(heardIn(List.of("A tab indents this line. Indent with spaces only.")));
        assertThat(Sentence.YAML_TAB)
                .matches(heardIn(List.of("The file is empty.")).negate());
    }

    private static Predicate<Sentence> heardIn(List<String> heard) {
        return sentence -> {
            Pattern text = Pattern.compile(
                    Arrays.stream(PLACEHOLDER.split(sentence.pattern().replace("''", "'"), -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".+")));
            return heard.stream().anyMatch(text.asPredicate());
        };
    }

    private static Stream<String> heard() {
        Banks banks = Banks.inMemory(InstantSource.fixed(Instant.EPOCH));
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        byte[] changed = HarbourPilot.bytes(HarbourPilot.TEXT + "# later\n");
        byte[] crowded = HarbourPilot.bytes(
                IntStream.range(0, 300).mapToObj(n -> "key-" + n + ": x\n").collect(Collectors.joining()));
        return Stream.concat(
                        BadFiles.all().map(BadFiles.BadFile::file),
                        Stream.of(changed, HarbourPilot.inVersion(2), crowded))
                .flatMap(file -> sentences(banks.publish(file, "bank.yaml")).stream());
    }

    private static Set<String> sentences(Publication publication) {
        return switch (publication) {
            case Publication.Rejected(var problems) ->
                problems.stream().map(Problem::sentence).collect(Collectors.toSet());
            case Publication.Published _, Publication.Unchanged _ -> Set.of();
        };
    }
}
