package org.threeshift.web.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.notice.Hours;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Told;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Page;

/**
 * Words a notice for its reader's page. Sentences lie in {@code messages/notice.properties}: {@code notice.told.KIND}, with the
 * kind's places {@code {0}}, {@code {1}} … in their order.
 */
public final class NoticeWords {
    private static final Set<String> MOMENTS = Set.of("at", "before", "confirm-by");
    private static final Set<String> COUNTS = Set.of("held", "ready", "ahead", "owed");

    private NoticeWords() {}

    public static String sentence(Page page, Told told) {
        Object[] places = told.kind().places().stream()
                .map(name -> place(page, name, told.values()))
                .toArray();
        return page.text("notice.told." + told.kind().code(), places);
    }

    /** What somebody said about it, or why; empty when there is nothing to say. */
    public static Optional<String> aside(Page page, Told told) {
        String reason = told.values().getOrDefault("reason", "");
        String note = told.values().getOrDefault("new-note", "");
        if (!reason.isBlank() || !note.isBlank()) {
            return Optional.of(Stream.of(
                            reason.isBlank() ? "" : page.text("notice.reason", reason),
                            note.isBlank() ? "" : page.text("notice.evening.note", note))
                    .filter(said -> !said.isEmpty())
                    .collect(Collectors.joining(" ")));
        }
        if (told.kind() == Kind.MATCHED) {
            return Optional.of(told.values().getOrDefault("why", "")).filter(why -> !why.isBlank());
        }
        String next = told.values().getOrDefault("next", "");
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(page.text("notice.next", page.moments().dateTime(Instant.parse(next))));
    }

    private static Object place(Page page, String name, Map<String, String> values) {
        String value = values.getOrDefault(name, "");
        if (MOMENTS.contains(name) && !value.isEmpty()) {
            return page.moments().dateTime(Instant.parse(value));
        }
        return switch (name) {
            case "title" ->
                value.isEmpty() ? page.text("notice.evening.untitled") : page.text("notice.evening.title", value);
            case "whom" ->
                !values.containsKey(name)
                        ? ""
                        : value.isEmpty()
                                ? page.text("notice.evening.nobody")
                                : page.text("notice.evening.whom", value);
            case "partners" -> value.isEmpty() ? "" : page.text("notice.evening.whom", value);
            case "gone" -> value.isEmpty() ? "" : page.text("notice.evening.gone", value);
            case "alone" -> value.isEmpty() ? "" : page.text("notice.evening.alone", value);
            case "anew" -> page.text(value.isEmpty() ? "notice.evening.planned" : "notice.evening.planned-anew");
            case "answer" -> value.isEmpty() ? "" : page.text("notice.evening.answer." + value);
            case "hours" -> hours(page, value, values);
            default -> COUNTS.contains(name) ? (Object) Integer.valueOf(value) : value;
        };
    }

    private static String hours(Page page, String kept, Map<String, String> values) {
        Moments moments = page.moments();
        return Hours.parse(kept)
                .map(hours -> page.text(
                        "notice.evening.hours." + hours.change(),
                        moments.dateTime(hours.now().from()),
                        moments.time(hours.now().until()),
                        moments.dateTime(hours.before().from()),
                        moments.time(hours.before().until())))
                .orElseGet(() -> moments.dateTime(Instant.parse(values.getOrDefault("at", ""))));
    }
}
