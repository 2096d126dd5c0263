package org.threeshift.web.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.mail.Topic;
import org.threeshift.web.page.BaseUrl;
import org.threeshift.web.page.Texts;

/**
 * Words a message from its topic and its values. Sentences lie in {@code messages/mail.properties}: {@code mail.TOPIC.subject},
 * {@code .title}, {@code .text} (paragraphs parted by a blank line), {@code .note}, and {@code .action} where the topic has a
 * link. Their places {@code {0}}, {@code {1}} … are the topic's values in their order.
 */
@Component
public class Letters {
    /** Stands for a value that was emptied. */
    static final String GONE = "…";

    private static final String LINK = "link";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final BaseUrl base;

    Letters(Texts texts, BaseUrl base) {
        this.texts = texts;
        this.base = base;
    }

    public Letter of(Topic topic, Map<String, String> values) {
        Object[] places = topic.places().stream()
                .map(name -> values.getOrDefault(name, GONE))
                .toArray();
        String key = "mail." + topic.code();
        return new Letter(
                texts.text(key + ".subject", places),
                texts.text(key + ".title", places),
                paragraphs(texts.text(key + ".text", places)),
                action(topic, values, places),
                texts.text(key + ".note", places));
    }

    /** For mail programs that show plain text, and for whoever prefers it. */
    public String text(Letter letter) {
        var text = new StringBuilder(letter.title()).append("\n\n");
        letter.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        letter.action()
                .ifPresent(action -> text.append(action.label())
                        .append(":\n")
                        .append(action.gone() ? GONE : action.url())
                        .append("\n\n"));
        return text.append("-- \n")
                .append(letter.note())
                .append('\n')
                .append(texts.text("mail.from", base.of("/")))
                .append('\n')
                .toString();
    }

    public String html(Letter letter) {
        var html = new StringOutput();
        engine.render("mail/letter.jte", Map.of("letter", letter, "texts", texts, "home", base.of("/")), html);
        return html.toString();
    }

    private Optional<Letter.Action> action(Topic topic, Map<String, String> values, Object[] places) {
        if (!topic.places().contains(LINK)) {
            return Optional.empty();
        }
        String path = values.getOrDefault(LINK, "");
        return Optional.of(new Letter.Action(
                texts.text("mail." + topic.code() + ".action", places), path.isEmpty() ? "" : base.of(path)));
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
