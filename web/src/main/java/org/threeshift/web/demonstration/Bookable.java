package org.threeshift.web.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.booking.Audience;
import org.threeshift.core.booking.BookingPage;
import org.threeshift.core.booking.BookingPageId;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.BookingPages.Kept;
import org.threeshift.core.booking.BookingPages.Offer;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.booking.SessionKind;
import org.threeshift.core.booking.SessionKind.Question;
import org.threeshift.core.booking.SessionKindId;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;

/** Gives the coach of the cast a booking page with two kinds of session, a team page with another coach, and lets candidates book. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Bookable {
    private final BookingPages pages;
    private final Bookings bookings;
    private final OpenHours hours;
    private final Ids ids;
    private final InstantSource time;

    Bookable(BookingPages pages, Bookings bookings, OpenHours hours, Ids ids, InstantSource time) {
        this.pages = pages;
        this.bookings = bookings;
        this.hours = hours;
        this.ids = ids;
        this.time = time;
    }

    /** @param cast by their keys in the files */
    void open(Map<String, Person> cast) {
        Optional<Person> coach = Optional.ofNullable(cast.get("miriam"));
        coach.ifPresent(miriam -> {
            open(miriam, List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY), 10, 17);
            BookingPageId own = page(
                    miriam,
                    "Miriam Holt",
                    "miriam-holt",
                    "Twenty years in marketing, ten of them as a director. I ask what your next boss will ask.\nBring one decision that you are proud of and one that you are not.",
                    new Rules(0, 15, 24, 3, 28, 24, 30));
            offer(
                    miriam,
                    own,
                    new Offer(
                            "Mock interview, the seven",
                            "marketing-manager",
                            "the-seven",
                            75,
                            "Part of the course",
                            "A full interview, then ten minutes on the two widest gaps.",
                            List.of(
                                    new Question("Which job do you practise for?", true),
                                    new Question("What should I listen for?", false))));
            offer(
                    miriam,
                    own,
                    new Offer(
                            "Short screen",
                            "marketing-manager",
                            "hiring-manager-screen",
                            30,
                            "",
                            "Three questions, as a first call would ask them.",
                            List.of(new Question("Which job do you practise for?", true))));
            pages.open(miriam, own);
            book(
                    cast,
                    "nadia",
                    miriam,
                    own,
                    0,
                    6,
                    List.of("Head of brand marketing", "Whether I still hide behind numbers."));
            book(cast, "rosa", miriam, own, 1, 8, List.of("Brand manager at a museum"));
            Optional.ofNullable(cast.get("renata")).ifPresent(renata -> team(miriam, renata));
        });
    }

    private void team(Person owner, Person other) {
        open(other, List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 14, 19);
        BookingPageId team = page(
                owner,
                "First managers: any coach",
                "first-managers",
                "For everybody in the season who needs an hour soon.",
                new Rules(0, 15, 12, 4, 21, 12, 30));
        offer(
                owner,
                team,
                new Offer("Director panel, one coach", "marketing-manager", "director-panel", 60, "", "", List.of()));
        other.email().ifPresent(email -> pages.ask(owner, team, email));
        pages.agree(other, team);
        pages.open(owner, team);
    }

    /** With a day off in two weeks. */
    private void open(Person coach, List<DayOfWeek> days, int from, int until) {
        LocalDate off = LocalDate.ofInstant(time.instant(), coach.zone()).plusDays(14);
        List<Window> week = days.stream()
                .map(day -> new Window(day, LocalTime.of(from, 0), LocalTime.of(until, 0)))
                .toList();
        hours.put(coach, Purpose.COACHING, new WeeklyHours(coach.zone(), week, List.of(DatedWindow.closed(off))));
    }

    private BookingPageId page(Person coach, String title, String slug, String intro, Rules rules) {
        BookingPageId page = done(pages.make(coach, title, slug));
        return done(pages.change(coach, page, new BookingPages.Settings(title, slug, intro, Audience.PUBLIC, rules)));
    }

    private void offer(Person coach, BookingPageId page, Offer offer) {
        done(pages.offer(coach, page, new SessionKindId(ids.next()), offer));
    }

    /** The first free hour after some days; nothing where none is free, as a refusal would take the whole demonstration back. */
    private void book(
            Map<String, Person> cast,
            String key,
            Person coach,
            BookingPageId id,
            int number,
            int days,
            List<String> answers) {
        Optional<Person> candidate = Optional.ofNullable(cast.get(key));
        BookingPage page = pages.find(id, coach).orElseThrow();
        SessionKind kind = page.kinds().get(number);
        Span within = Span.of(time.instant().plus(Duration.ofDays(days)), Duration.ofDays(7));
        candidate.ifPresent(person -> {
            Optional<Instant> start =
                    bookings.free(page, kind, candidate, within).stream().findFirst();
            start.ifPresent(hour -> bookings.book(
                    new Bookings.Wish(
                            new InterviewId(ids.next()), page.slug(), kind.id(), hour, person.zone(), answers),
                    person));
        });
    }

    private static BookingPageId done(Kept kept) {
        if (kept instanceof Kept.Done(var page)) {
            return page;
        }
        throw new IllegalStateException("The demonstration's booking page is refused: " + kept);
    }
}
