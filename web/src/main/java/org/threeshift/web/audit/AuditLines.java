package org.threeshift.web.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.AuditLine;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.audit.AdminRow.Somebody;
import org.threeshift.web.page.Csv;
import org.threeshift.web.page.Texts;

/** Audit lines in words: as a table for an admin, as sentences for the person whom they concern. */
@Component
final class AuditLines {
    private final People people;
    private final AuditDetails details;
    private final Texts texts;

    AuditLines(People people, AuditDetails details, Texts texts) {
        this.people = people;
        this.details = details;
        this.texts = texts;
    }

    List<AdminRow> forAdmin(List<AuditLine> lines) {
        Map<PersonId, String> names = names(lines);
        Map<String, String> things = details.named(lines);
        return lines.stream()
                .map(line -> new AdminRow(
                        line,
                        label(line.deed()),
                        somebody(line.actor(), names, line.redacted()),
                        somebody(line.about(), names, line.redacted()),
                        details.of(line, things)))
                .toList();
    }

    /** What the reader did, and what others did on them; whose network address another's deed came from is not theirs to know. */
    List<OwnRow> forOwner(List<AuditLine> lines, Person reader) {
        Map<PersonId, String> names = names(lines);
        return lines.stream()
                .map(line -> {
                    boolean own = line.actor().filter(reader.id()::equals).isPresent();
                    return new OwnRow(
                            line,
                            own ? self(line, names) : suffered(line, names),
                            link(line, reader),
                            own ? line.from().address() : Optional.empty());
                })
                .toList();
    }

    String csv(List<AuditLine> lines) {
        Map<PersonId, String> names = names(lines);
        var csv = new Csv().row("time", "deed", "actor", "actor id", "on", "on id", "from", "request", "detail");
        lines.forEach(line -> csv.row(
                line.at().toString(),
                line.deed(),
                line.actor().map(names::get).orElse(""),
                line.actor().map(PersonId::toString).orElse(""),
                line.about().map(names::get).orElse(""),
                line.about().map(PersonId::toString).orElse(""),
                line.from().address().orElse(""),
                line.from().request().orElse(""),
                String.join("; ", detail(line))));
        return csv.toString();
    }

    /** @return the stored name of a deed of another version */
    String label(String deed) {
        return said("audit.deed." + deed).orElse(deed);
    }

    private String self(AuditLine line, Map<PersonId, String> names) {
        String other = line.about().map(names::get).orElse("");
        return said("audit.self." + line.deed(), other, worded(line)).orElseGet(() -> label(line.deed()));
    }

    private String suffered(AuditLine line, Map<PersonId, String> names) {
        String actor = line.actor().map(names::get).orElseGet(() -> texts.text("audit.nobody"));
        return said("audit.own." + line.deed(), actor, worded(line))
                .orElseGet(() -> texts.text("audit.own", actor, label(line.deed())));
    }

    /** The one value of a line's detail that a sentence may hold, in words where it has some. */
    private String worded(AuditLine line) {
        for (String name : List.of("way", "as", "role", "to", "topic")) {
            String value = line.detail().get(name);
            if (value != null) {
                return said("audit.value." + name + "." + value).orElse(value);
            }
        }
        return "";
    }

    private static String link(AuditLine line, Person reader) {
        boolean aboutReader = line.about().filter(reader.id()::equals).isPresent();
        return aboutReader
                ? Optional.ofNullable(line.detail().get("interview"))
                        .flatMap(InterviewId::parse)
                        .map(interview -> "/scorecards/" + interview)
                        .orElse("")
                : "";
    }

    private static List<String> detail(AuditLine line) {
        return new TreeMap<>(line.detail())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList();
    }

    private Somebody somebody(Optional<PersonId> id, Map<PersonId, String> names, boolean redacted) {
        return id.map(known -> new Somebody(known.toString(), String.valueOf(names.get(known))))
                .orElseGet(() -> new Somebody("", redacted ? texts.text("audit.erased") : ""));
    }

    /** In one query. An id that nobody has any more is shown as it is. */
    private Map<PersonId, String> names(Collection<AuditLine> lines) {
        Set<PersonId> wanted = new HashSet<>();
        lines.forEach(line -> {
            line.actor().ifPresent(wanted::add);
            line.about().ifPresent(wanted::add);
        });
        Map<PersonId, String> known =
                people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
        return wanted.stream()
                .collect(Collectors.toMap(id -> id, id -> known.getOrDefault(id, texts.text("audit.removed"))));
    }

    private Optional<String> said(String key, Object... places) {
        try {
            return Optional.of(texts.text(key, places));
        } catch (NoSuchMessageException unworded) {
            return Optional.empty();
        }
    }
}
