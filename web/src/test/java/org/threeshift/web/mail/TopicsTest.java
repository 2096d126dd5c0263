package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.threeshift.core.mail.Topic;
import org.threeshift.web.page.BaseUrl;
import org.threeshift.web.page.Texts;

class TopicsTest {
    private static final Set<Topic> STRANGERS = EnumSet.of(Topic.GUEST_ASKED, Topic.GUEST_MOVED, Topic.GUEST_OFF);

    @ParameterizedTest
    @EnumSource(Topic.class)
    void every_topic_has_its_words_with_every_place_filled(Topic topic) {
        new ApplicationContextRunner()
                .withUserConfiguration(Words.class)
                .withPropertyValues("threeshift.base-url=https://threeshift.example.org/")
                .run(context -> {
                    var letters = new Letters(context.getBean(Texts.class), context.getBean(BaseUrl.class));
                    Map<String, String> values = topic.places().stream()
                            .collect(Collectors.toMap(
                                    name -> name, name -> name.equals("link") ? "/there" : "<" + name + ">"));
                    Letter letter = letters.of(topic, values);
                    String text = letters.text(letter);
                    String html = letters.html(letter);
                    assertThat(letter.subject() + text).doesNotContain("{0}", "{1}", "…");
                    assertThat(html).contains("</html>").doesNotContain("<by>", "<script");
                    if (STRANGERS.contains(topic)) {
                        assertThat(letter.subject())
                                .as("no words that somebody chose for strangers")
                                .doesNotContain("<by>")
                                .contains("<at>");
                    }
                    if (topic.places().contains("link")) {
                        assertThat(text).contains("https://threeshift.example.org/there");
                        assertThat(html).contains("href=\"https://threeshift.example.org/there\"");
                        Letter emptied = letters.of(topic, Map.of());
                        assertThat(letters.text(emptied)).contains("…").doesNotContain("/there");
                    }
                });
    }
}
