package org.threeshift.web.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.AuditLine;
import org.threeshift.core.audit.TrailThings;
import org.threeshift.web.audit.AdminRow.Part;
import org.threeshift.web.page.Texts;

/** What a line of the trail says besides who and whom, in words, with the way to what it is about. */
@Component
final class AuditDetails {
    private final TrailThings things;
    private final Texts texts;

    AuditDetails(TrailThings things, Texts texts) {
        this.things = things;
        this.texts = texts;
    }

    /** What the lines name by an id alone. */
    Map<String, String> named(Collection<AuditLine> lines) {
        return things.named(lines);
    }

    List<Part> of(AuditLine line, Map<String, String> named) {
        return new TreeMap<>(line.detail())
                .entrySet().stream()
                        .map(entry -> part(entry.getKey(), entry.getValue(), named))
                        .toList();
    }

    private Part part(String name, String value, Map<String, String> named) {
        String shown = named.getOrDefault(value, "");
        return switch (name) {
            case "interview" -> new Part(thing("interview", shown), "/glass?interview=" + value);
            case "cohort" -> new Part(thing("cohort", shown), "");
            case "message" -> new Part(thing("message", ""), "/outbox/" + value);
            case "invitation" -> new Part(thing("invitation", ""), "/invitations");
            case "guest" -> new Part(thing("guest", ""), "");
            default ->
                new Part(
                        said("audit.detail." + name, worded(name, value))
                                .orElseGet(() -> name + ": " + worded(name, value)),
                        "");
        };
    }

    private String thing(String kind, String called) {
        return called.isEmpty()
                ? texts.text("audit.detail." + kind + ".unnamed")
                : texts.text("audit.detail." + kind, called);
    }

    /** A value that is a word of the program, as people say it. */
    private String worded(String name, String value) {
        String kind = name.equals("before") ? "role" : name;
        return said("audit.value." + kind + "." + value).orElse(value);
    }

    private Optional<String> said(String key, Object... places) {
        try {
            return Optional.of(texts.text(key, places));
        } catch (NoSuchMessageException unworded) {
            return Optional.empty();
        }
    }
}
