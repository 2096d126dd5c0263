package org.threeshift.web.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
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

/** The audit trail for an admin: searched by person, deed and time, page by page, and as a file. */
@Controller
final class AuditController {
    private static final int MOST_NAMESAKES = 8;

    private final AuditTrail audit;
    private final Trail trail;
    private final People people;
    private final AuditLines lines;
    private final CurrentPerson currentPerson;

    AuditController(AuditTrail audit, Trail trail, People people, AuditLines lines, CurrentPerson currentPerson) {
        this.audit = audit;
        this.trail = trail;
        this.people = people;
        this.lines = lines;
        this.currentPerson = currentPerson;
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
        var view = new ModelAndView("audit/audit");
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
        Search search = asked(person, deed, from, until, admin.zone()).search().orElseThrow(AuditController::missing);
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
        Optional<Search> search = words.isEmpty() || meant.isPresent()
                ? Optional.of(new Search(meant, Deed.of(deed), day(from, zone), endOf(until, zone)))
                : Optional.empty();
        String shown = fitting.size() == 1 ? fitting.getFirst().name() : words;
        return new Asked(words, shown, deed, from, until, search, search.isPresent() ? List.of() : fitting);
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

    /** What is no date does not narrow: the input offers nothing else. */
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
