package org.threeshift.web.home;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.evening.EveningDates;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.pairs.Draws;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.exchange.ExchangeCards;
import org.threeshift.web.next.NextThings;
import org.threeshift.web.next.Pressing;
import org.threeshift.web.pairs.PairCard;
import org.threeshift.web.pairs.PairCards;

/** Home, and the list of all interviews. */
@Controller
final class HomeController {
    private static final int RECENT = 5;
    private static final int ALL = 200;

    private final InterviewIndex index;
    private final Lines lines;
    private final CohortOverview cohorts;
    private final Cohorts asked;
    private final ExchangeCards exchanges;
    private final PairCards pairs;
    private final Draws draws;
    private final EveningViews evenings;
    private final EveningDates dates;
    private final InterviewsNext interviews;
    private final List<NextThings> others;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    HomeController(
            InterviewIndex index,
            Lines lines,
            CohortOverview cohorts,
            Cohorts asked,
            ExchangeCards exchanges,
            PairCards pairs,
            Draws draws,
            EveningViews evenings,
            EveningDates dates,
            InterviewsNext interviews,
            List<NextThings> others,
            CurrentPerson currentPerson,
            InstantSource time) {
        this.index = index;
        this.lines = lines;
        this.cohorts = cohorts;
        this.asked = asked;
        this.exchanges = exchanges;
        this.pairs = pairs;
        this.draws = draws;
        this.evenings = evenings;
        this.dates = dates;
        this.interviews = interviews;
        this.others = List.copyOf(others);
        this.currentPerson = currentPerson;
        this.time = time;
    }

    @GetMapping("/home")
    ModelAndView home() {
        PersonId person = currentPerson.required().id();
        List<Entry> upcoming = index.upcoming(person);
        List<Entry> open = index.debriefing(person);
        List<Entry> own = index.published(person, Seat.CANDIDATE, RECENT);
        List<Entry> given = index.published(person, Seat.INTERVIEWER, RECENT);
        List<Entry> watched = index.watched(person, RECENT);
        Lines.Naming naming = lines.naming(person, List.of(upcoming, open, own, given, watched));
        Sittings sittings = sittings(person, naming, List.of(upcoming, open), List.of(own, given));
        Pressing next = next(lines(naming, upcoming, open), sittings);
        List<PairCard> asking = pairs.open(person);
        var view = new ModelAndView("home/home");
        view.addObject("next", next);
        view.addObject(
                "ahead",
                Ahead.of(
                        asking,
                        evenings.of(person),
                        dates.ledBy(person),
                        sittings.all(),
                        sittings.without(naming.lines(upcoming)),
                        next));
        view.addObject("owed", owed(naming.lines(open)));
        view.addObject("open", sittings.without(unowed(naming.lines(open))));
        view.addObject("own", naming.lines(own));
        view.addObject("given", naming.lines(given));
        view.addObject("watched", naming.lines(watched));
        view.addObject("cohorts", cohorts.of(currentPerson.required()));
        view.addObject("pairs", asking);
        view.addObject("looking", draws.looking(person));
        view.addObject("turn", sittings.all().stream().anyMatch(Sittings.Sitting::mine));
        view.addObject("invitations", asked.invitations(currentPerson.required()));
        return view;
    }

    /** What presses alone, for the page's script. */
    @GetMapping("/home/next")
    ModelAndView next() {
        PersonId person = currentPerson.required().id();
        List<Entry> upcoming = index.upcoming(person);
        List<Entry> open = index.debriefing(person);
        Lines.Naming naming = lines.naming(person, List.of(upcoming, open));
        Sittings sittings = sittings(person, naming, List.of(upcoming, open), List.of());
        return new ModelAndView("home/next", "next", next(lines(naming, upcoming, open), sittings));
    }

    private static List<Line> lines(Lines.Naming naming, List<Entry> upcoming, List<Entry> open) {
        return Stream.concat(naming.lines(upcoming).stream(), naming.lines(open).stream())
                .toList();
    }

    private Pressing next(List<Line> unfinished, Sittings sittings) {
        Person person = currentPerson.required();
        Instant now = time.instant();
        return Pressing.of(
                Stream.concat(
                        interviews.of(unfinished, sittings.all(), now).stream(),
                        others.stream().flatMap(some -> some.of(person, now).stream())),
                now);
    }

    private Sittings sittings(
            PersonId person, Lines.Naming naming, List<List<Entry>> unfinished, List<List<Entry>> published) {
        List<Entry> open = unfinished.stream().flatMap(List::stream).toList();
        List<Entry> over = published.stream().flatMap(List::stream).toList();
        List<Entry> all = Stream.concat(open.stream(), over.stream()).toList();
        return Sittings.of(exchanges.among(peers(all), person), naming.lines(open), naming.lines(over));
    }

    /** Those of an exchange too, whose own line says what comes after. */
    private static List<Line> owed(List<Line> open) {
        return open.stream().filter(Line::owed).toList();
    }

    private static List<Line> unowed(List<Line> open) {
        return open.stream().filter(line -> !line.owed()).toList();
    }

    private static List<InterviewId> peers(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.PEER)
                .map(Entry::id)
                .toList();
    }

    @GetMapping("/interviews")
    ModelAndView interviews() {
        PersonId person = currentPerson.required().id();
        List<Entry> upcoming = index.upcoming(person);
        List<Entry> open = index.debriefing(person);
        List<Entry> own = index.published(person, Seat.CANDIDATE, ALL);
        List<Entry> given = index.published(person, Seat.INTERVIEWER, ALL);
        List<Entry> watched = index.watched(person, ALL);
        List<Entry> cancelled = calledOff(person);
        List<List<Entry>> all = List.of(upcoming, open, own, given, watched, cancelled);
        Lines.Naming naming = lines.naming(person, all);
        List<Entry> every = all.stream().flatMap(List::stream).toList();
        Sittings sittings = Sittings.ofAll(exchanges.among(peers(every), person), naming.lines(every));
        var view = new ModelAndView("home/interviews");
        view.addObject("exchanges", sittings.all());
        view.addObject("upcoming", sittings.without(naming.lines(upcoming)));
        view.addObject("owed", owed(naming.lines(open)));
        view.addObject("open", sittings.without(unowed(naming.lines(open))));
        view.addObject("own", sittings.without(naming.lines(own)));
        view.addObject("given", sittings.without(naming.lines(given)));
        view.addObject("watched", naming.lines(watched));
        view.addObject("cancelled", sittings.without(naming.lines(cancelled)));
        return view;
    }

    /** Without those that an evening took back: their people were told of the evening. */
    private List<Entry> calledOff(PersonId person) {
        List<Entry> all = index.cancelled(person, ALL);
        Set<InterviewId> takenBack = dates.takenBack(all.stream().map(Entry::id).toList());
        return all.stream().filter(entry -> !takenBack.contains(entry.id())).toList();
    }
}
