package org.threeshift.web.practice;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.Fit;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.pairs.Draws;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.core.practice.NextDraw;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.practice.Practice.Said;
import org.threeshift.core.practice.Wish;
import org.threeshift.core.practice.WishProblem;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.web.account.Zones;
import org.threeshift.web.hours.HoursEditor;
import org.threeshift.web.hours.HoursEditor.Answer;
import org.threeshift.web.hours.HoursForm;
import org.threeshift.web.page.Texts;

/** What somebody practises for, how often, and when they can. */
@Controller
@RequestMapping("/practice")
final class PracticeController {
    private static final Set<String> SAVED =
            Set.of("wish", "hours", "no-hours", "short-hours", "next-in", "next-out", "next-usual", "zone");

    private static final Set<String> HOURS_SAVED = Set.of("hours", "no-hours");

    private final Practice practice;
    private final Pairs pairs;
    private final OpenHours hours;
    private final Commitments commitments;
    private final HoursEditor editor;
    private final Draws draws;
    private final Profiles profiles;
    private final ZoneQuestions zones;
    private final Banks banks;
    private final EveningViews evenings;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    PracticeController(
            Practice practice,
            Pairs pairs,
            OpenHours hours,
            Commitments commitments,
            HoursEditor editor,
            Draws draws,
            Profiles profiles,
            ZoneQuestions zones,
            Banks banks,
            EveningViews evenings,
            CurrentPerson currentPerson,
            InstantSource time) {
        this.profiles = profiles;
        this.zones = zones;
        this.banks = banks;
        this.practice = practice;
        this.pairs = pairs;
        this.hours = hours;
        this.commitments = commitments;
        this.editor = editor;
        this.draws = draws;
        this.evenings = evenings;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /**
     * @param saved what was saved just now
     * @param then  {@code now} for whoever is on the way into the waiting room
     */
    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String saved, @RequestParam(defaultValue = "") String then) {
        Person person = currentPerson.required();
        return page(person, Said.of(practice.of(person)), List.of(), SAVED.contains(saved) ? saved : "", false)
                .addObject("then", then);
    }

    /**
     * @param add  {@code language} to get the form back with one more place for a language, and nothing kept
     * @param then where to go on, as above
     */
    @PostMapping
    ModelAndView change(
            @RequestParam(defaultValue = "") String targetRole,
            @RequestParam(defaultValue = "") String seniority,
            @RequestParam(defaultValue = "") List<String> language,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String pace,
            @RequestParam(defaultValue = "") String scoresUsed,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String then) {
        Person person = currentPerson.required();
        var said = new Said(targetRole, seniority, language, minutes, pace, scoresUsed.equals("true"));
        if (add.equals("language")) {
            return page(person, said, List.of(), "", true).addObject("then", then);
        }
        return switch (practice.change(person, said)) {
            case Practice.Outcome.Done(var wish) -> {
                profiles.adopt(person, wish.targetRole(), wish.seniority(), wish.languages());
                yield new ModelAndView("redirect:" + afterWish(person, then));
            }
            case Practice.Outcome.Refused(var problems) ->
                page(person, said, problems, "", false).addObject("then", then);
        };
    }

    /** Whoever wants to practise now needs no hours for that. */
    private String afterWish(Person person, String then) {
        if (then.equals("now")) {
            return "/practice/now?said=wish";
        }
        return hours.find(person.id(), Purpose.PRACTICE).isPresent()
                ? "/practice?saved=wish"
                : "/practice/hours?saved=wish";
    }

    /** @param next about the next draw alone: IN, OUT, or anything else for as the pace says */
    @PostMapping("/next")
    ModelAndView next(@RequestParam(defaultValue = "") String next) {
        Optional<NextDraw> chosen = NextDraw.of(next);
        practice.choose(currentPerson.required(), chosen);
        return new ModelAndView(
                "redirect:/practice?saved=next-" + chosen.map(Texts::constant).orElse("usual"));
    }

    /** @param then as above */
    @GetMapping("/hours")
    ModelAndView hours(@RequestParam(defaultValue = "") String saved, @RequestParam(defaultValue = "") String then) {
        Person person = currentPerson.required();
        return hours(
                        editor.shown(person, Purpose.PRACTICE),
                        Optional.empty(),
                        SAVED.contains(saved) ? saved : "",
                        then,
                        HttpStatus.OK)
                .addObject("guess", editor.guesses(person, Purpose.PRACTICE));
    }

    /**
     * @param sent the form of {@code hours/editor.jte}
     * @param then as above
     */
    @PostMapping("/hours")
    ModelAndView putHours(
            @RequestParam MultiValueMap<String, String> sent, @RequestParam(defaultValue = "") String then) {
        return switch (editor.sent(currentPerson.required(), Purpose.PRACTICE, sent)) {
            case Answer.Saved(var said) -> new ModelAndView(after(said) + (then.equals("now") ? "&then=now#wish" : ""));
            case Answer.Changed(var form) -> hours(form, Optional.empty(), "", then, HttpStatus.OK);
            case Answer.Refused(var form) -> hours(form, Optional.empty(), "", then, HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Overtaken(var form, var stands) ->
                hours(form, Optional.of(stands), "", then, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** One zone for all: the clock of somebody's hours becomes that of everything they are told. */
    @PostMapping("/zone")
    ModelAndView zone() {
        Person person = currentPerson.required();
        apart(person).ifPresent(zone -> profiles.moveTo(person, zone));
        return new ModelAndView("redirect:/practice?saved=zone");
    }

    /** Hours of which nothing can come are kept, and not praised. */
    private static String after(WeeklyHours said) {
        if (new Fit(said, Wish.SHORTEST).any()) {
            return HoursForm.of(said, LocalDate.MIN, Wish.SHORTEST).tooShort()
                    ? "redirect:/practice/hours?saved=short-hours"
                    : "redirect:/practice?saved=hours";
        }
        boolean none = said.windows().isEmpty()
                && said.exceptions().stream().noneMatch(one -> one.kind() == DatedWindow.Kind.OPEN);
        return none ? "redirect:/practice?saved=no-hours" : "redirect:/practice/hours?saved=short-hours";
    }

    /** The zone of their hours, where it is another than their own. */
    private Optional<ZoneId> apart(Person person) {
        return hours.find(person.id(), Purpose.PRACTICE)
                .map(WeeklyHours::zone)
                .filter(zone -> !Zones.alike(zone, person.zone(), time.instant()));
    }

    private ModelAndView hours(
            HoursForm form, Optional<HoursForm> stands, String saved, String then, HttpStatus status) {
        return new ModelAndView(
                "practice/hours",
                Map.of(
                        "form",
                        form,
                        "stands",
                        stands,
                        "saved",
                        saved,
                        "apart",
                        apart(currentPerson.required()),
                        "guess",
                        false,
                        "then",
                        then),
                status);
    }

    /** @param asked whether the form was asked for another language */
    private ModelAndView page(Person person, Said said, List<WishProblem> problems, String saved, boolean asked) {
        var view = new ModelAndView(
                "practice/practice", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("wish", practice.find(person.id()));
        view.addObject("hours", hours.find(person.id(), Purpose.PRACTICE).map(Week::of));
        view.addObject("reliability", commitments.of(person.id()));
        view.addObject("form", new WishForm(said, problems));
        view.addObject("known", practice.of(person).languages());
        view.addObject("roles", banks.roles());
        view.addObject("saved", saved);
        view.addObject("draw", draws.next());
        view.addObject("looking", draws.looking(person.id()));
        view.addObject("apart", apart(person));
        view.addObject("asked", asked);
        view.addObject("unsaid", zones.open(person.id()) ? Optional.of(person.zone()) : Optional.empty());
        view.addObject("evenings", evenings.of(person.id()));
        view.addObject("outside", HOURS_SAVED.contains(saved) ? pairs.outsideHours(person.id()) : List.of());
        return view;
    }
}
