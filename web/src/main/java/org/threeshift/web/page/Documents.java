package org.threeshift.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/** Templates as files that stand alone: with their styles inside, to be opened and printed anywhere. */
@Component
public final class Documents {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Pages pages;

    Documents(Pages pages) {
        this.pages = pages;
    }

    /** @param template as controllers name it; gets the parameters {@code page} and, with these style sheets in it, {@code styles} */
    public String render(String template, Person reader, List<String> styles, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("page", pages.of(reader));
        all.put(
                "styles",
                styles.stream().map(Documents::style).collect(Collectors.joining("\n", "<style>", "</style>")));
        var output = new StringOutput();
        engine.render(template + ".jte", all, output);
        return output.toString();
    }

    private static String style(String path) {
        String file = "/META-INF/resources/assets/" + path;
        try (InputStream stream = Objects.requireNonNull(Documents.class.getResourceAsStream(file), file)) {
            // A file of its own has no fonts beside it: whoever opens it has some.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)@font-face\\s*\\{.*?}", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
