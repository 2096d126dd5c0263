package org.threeshift.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.DefaultResourceLoader;

/** Real sentences and templates, without a server. */
public final class RealPages {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private RealPages() {}

    public static Texts texts() {
        try {
            return new Texts(new TextsConfiguration().messageSource(), Locale.ENGLISH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Moments moments() {
        return new Moments(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-18T20:00:00Z"), texts());
    }

    /** On which nobody is signed in. */
    public static Page page() {
        return new Page(
                texts(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Section.SCORECARDS,
                moments(),
                new Assets(new DefaultResourceLoader()),
                0,
                0,
                "nonce");
    }

    /** @param template as controllers name it; gets a page that nobody is signed in on */
    public static String html(String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("page", page());
        var html = new StringOutput();
        ENGINE.render(template + ".jte", all, html);
        return html.toString();
    }
}
