package org.threeshift.web.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.audit.AuditTrail;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Place;
import org.threeshift.core.audit.Search;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Choice;
import org.threeshift.web.page.Texts;

/** The audit trail for an admin: searched by person, deed and time, page by page, and as a file. */
@Controller
final class AuditController {
    private static final int MOST_NAMESAKES = 8;

    private final AuditTrail audit;
    private final Trail trail;
    private final People people;
    private final AuditLines lines;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    AuditController(
            AuditTrail audit, Trail trail, People people, AuditLines lines, CurrentPerson currentPerson, Texts texts) {
        this.audit = audit;
        this.trail = trail;
        this.people = people;
        this.lines = lines;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/audit")
    ModelAndView show(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String after) {
        Person admin = currentPerson.required();
        Asked asked = asked(person, deed, from, until, admin.zone());
        var found = asked.search()
                .map(search -> audit.search(admin, search, Place.parse(after)).orElseThrow(AuditController::missing));
        var view = new ModelAndView(
                "audit/audit", asked.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("asked", asked);
        view.addObject("rows", found.map(page -> lines.forAdmin(page.lines())).orElse(List.of()));
        view.addObject(
                "next",
                found.flatMap(AuditTrail.Page::next).map(Place::toString).orElse(""));
        view.addObject("deeds", deeds());
        return view;
    }

    @GetMapping("/audit/lines.csv")
    ResponseEntity<String> download(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        Person admin = currentPerson.required();
        Asked asked = asked(person, deed, from, until, admin.zone());
        if (!asked.problems().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Search search = asked.search().orElseThrow(AuditController::missing);
        var found = audit.all(admin, search).orElseThrow(AuditController::missing);
        trail.add(
                Deed.TRAIL_DOWNLOADED,
                Optional.of(admin.id()),
                search.person(),
                Map.of("lines", String.valueOf(found.size())));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .body(lines.csv(found));
    }

    private Asked asked(String person, String deed, String from, String until, ZoneId zone) {
        String words = person.strip();
        List<Person> fitting = words.isEmpty() ? List.of() : fitting(words);
        Optional<PersonId> meant =
                fitting.size() == 1 ? Optional.of(fitting.getFirst().id()) : PersonId.parse(words);
        Map<String, String> problems = problems(deed, from, until);
        Optional<Search> search = problems.isEmpty() && (words.isEmpty() || meant.isPresent())
                ? Optional.of(new Search(meant, Deed.of(deed), day(from, zone), endOf(until, zone)))
                : Optional.empty();
        String shown = fitting.size() == 1 ? fitting.getFirst().name() : words;
        List<Person> namesakes = meant.isPresent() ? List.of() : fitting;
        return new Asked(words, shown, deed, from, until, search, namesakes, problems);
    }

    private Map<String, String> problems(String deed, String from, String until) {
        var problems = new LinkedHashMap<String, String>();
        if (!deed.isEmpty() && Deed.of(deed).isEmpty()) {
            problems.put("deed", texts.text("audit.problem.deed"));
        }
        if (!from.isEmpty() && date(from).isEmpty()) {
            problems.put("from", texts.text("audit.problem.date"));
        }
        if (!until.isEmpty() && date(until).isEmpty()) {
            problems.put("until", texts.text("audit.problem.date"));
        }
        if (date(from).isPresent()
                && date(until).filter(date(from).get()::isAfter).isPresent()) {
            problems.put("until", texts.text("audit.problem.order"));
        }
        return problems;
    }

    /** By id, by e-mail address, or by a part of the name. */
    private List<Person> fitting(String words) {
        Optional<Person> one = PersonId.parse(words).flatMap(people::find).or(() -> people.findByEmail(words));
        if (one.isPresent()) {
            return List.of(one.get());
        }
        String part = words.toLowerCase(Locale.ROOT);
        return people.members().stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(part))
                .limit(MOST_NAMESAKES)
                .toList();
    }

    private List<Choice> deeds() {
        return Arrays.stream(Deed.values())
                .map(deed -> new Choice(deed.code(), lines.label(deed.code())))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    /** The first moment of a day on the admin's calendar. */
    private static Optional<Instant> day(String typed, ZoneId zone) {
        return date(typed).map(date -> date.atStartOfDay(zone).toInstant());
    }

    private static Optional<Instant> endOf(String typed, ZoneId zone) {
        return date(typed).map(date -> date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
