package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.threeshift.core.mail.Topic;
import org.threeshift.web.page.BaseUrl;
import org.threeshift.web.page.Texts;

/** Which value stands where in each mail: {@code mail-places.txt} says it by the names of the values. */
class PlacesTest {
    private static final Pattern NAMED = Pattern.compile("⟨([a-z-]+)⟩");

    @Test
    void every_mail_says_each_value_where_it_belongs() {
        withLetters(letters -> assertThat(Arrays.stream(Topic.values())
                        .map(topic -> topic.code() + ": " + said(letters, topic, topic.places())))
                .containsExactlyElementsOf(expected()));
    }

    @Test
    void only_the_way_in_stands_outside_the_sentences_and_no_address_in_a_subject() {
        withLetters(letters -> Arrays.stream(Topic.values()).forEach(topic -> {
            var places = new TreeSet<>(topic.places());
            places.remove("link");
            Letter letter = letters.of(topic, named(topic, topic.places()));
            String sentences = Stream.concat(
                            Stream.of(letter.subject(), letter.title(), letter.note()), letter.paragraphs().stream())
                    .collect(Collectors.joining("\n"));
            assertThat(new TreeSet<>(names(sentences))).as(topic.code()).isEqualTo(places);
            assertThat(letter.subject()).as(topic.code()).doesNotContain("link", "stop", "//");
            letter.paragraphs().stream()
                    .filter(paragraph -> paragraph.contains("⟨stop⟩"))
                    .forEach(paragraph -> assertThat(paragraph).as(topic.code()).isEqualTo("⟨stop⟩"));
            assertThat(letters.text(letter).lines().filter(line -> line.contains("/⟨link⟩")))
                    .as(topic.code())
                    .isSubsetOf("https://threeshift.example.org/⟨link⟩");
        }));
    }

    @Test
    void values_that_stand_one_place_further_on_are_found_out() {
        withLetters(letters -> assertThat(Arrays.stream(Topic.values())
                        .filter(topic -> topic.code().startsWith("evening-"))
                        .map(topic -> {
                            var shifted = new ArrayList<>(topic.places());
                            Collections.rotate(shifted.subList(3, shifted.size()), 1);
                            return topic.code() + ": " + said(letters, topic, shifted);
                        }))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(expected()));
    }

    /** @param values what is put into the topic's places, in their order */
    private static String said(Letters letters, Topic topic, List<String> values) {
        Letter letter = letters.of(topic, named(topic, values));
        return (String.join(" ", names(letter.subject())) + " | "
                        + String.join(" ", names(String.join("\n", letter.paragraphs()))))
                .strip();
    }

    private static Map<String, String> named(Topic topic, List<String> values) {
        var named = new HashMap<String, String>();
        IntStream.range(0, values.size()).forEach(at -> {
            String place = topic.places().get(at);
            named.put(place, (place.equals("link") ? "/" : "") + "⟨" + values.get(at) + "⟩");
        });
        return named;
    }

    private static List<String> names(String words) {
        return NAMED.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(PlacesTest::bare)
                .toList();
    }

    private static String bare(String named) {
        return named.substring(1, named.length() - 1);
    }

    private static void withLetters(Consumer<Letters> what) {
        new ApplicationContextRunner()
                .withUserConfiguration(Words.class)
                .withPropertyValues("threeshift.base-url=https://threeshift.example.org/")
                .run(context -> what.accept(new Letters(context.getBean(Texts.class), context.getBean(BaseUrl.class))));
    }

    private static List<String> expected() {
        try (InputStream file = Objects.requireNonNull(PlacesTest.class.getResourceAsStream("/mail-places.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
