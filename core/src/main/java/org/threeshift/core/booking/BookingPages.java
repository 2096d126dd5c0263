package org.threeshift.core.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Round;
import org.threeshift.core.booking.BookingPage.Seat;
import org.threeshift.core.booking.SessionKind.Question;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.id.Edition;
import org.threeshift.core.id.Ids;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** The coach's side of booking: making pages, saying what is offered and when, asking other coaches to take sessions too. */
@Service
public class BookingPages {
    public static final int MOST_PAGES = 10;
    public static final int MOST_KINDS = 12;
    public static final int MOST_COACHES = 12;
    public static final int MOST_QUESTIONS = 6;
    /** Of the pages on which somebody can book. */
    static final int MOST_SHOWN = 30;

    public static final int TITLE = 80;
    public static final int INTRO = 1000;
    public static final int PRICE = 80;
    public static final int DESCRIPTION = 600;
    public static final int QUESTION = 200;

    private final PostgresBookingPages store;
    private final CoachingHours openHours;
    private final Banks banks;
    private final People people;
    private final Cohorts cohorts;
    private final Notices notices;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    BookingPages(
            PostgresBookingPages store,
            CoachingHours openHours,
            Banks banks,
            People people,
            Cohorts cohorts,
            Notices notices,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.openHours = openHours;
        this.banks = banks;
        this.people = people;
        this.cohorts = cohorts;
        this.notices = notices;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** What can be wrong with what a coach typed, each at most once; those of a page's settings and of a kind of session. */
    public enum Field {
        NONE,
        TITLE,
        SLUG,
        INTRO,
        AUDIENCE,
        MINUTES_BEFORE,
        MINUTES_AFTER,
        NOTICE,
        MOST_A_DAY,
        DAYS_AHEAD,
        CHANGE,
        STEP,
        NAME,
        ROUND,
        MINUTES,
        PRICE,
        DESCRIPTION,
        QUESTIONS,
        COACH
    }

    /** What came of a coach's wish. */
    public sealed interface Kept {
        record Done(BookingPageId page) implements Kept {}

        /**
         * Nothing changed.
         *
         * @param wrong everything that is, by where it is
         */
        record Refused(Map<Field, Refusal> wrong) implements Kept {
            public Refused {
                wrong = Map.copyOf(wrong);
            }
        }

        /** There is no such page, or it is not this coach's. */
        record NotThere() implements Kept {}
    }

    /** A page's settings as a coach typed them; numbers that are none are -1. */
    public record Settings(String title, String slug, String intro, Audience audience, Rules rules) {}

    /** A kind of session as a coach typed it; minutes that are no number are -1, and questions without words are none. */
    public record Offer(
            String name,
            String bankId,
            String roundId,
            int minutes,
            String price,
            String description,
            List<Question> questions) {
        public Offer {
            questions = List.copyOf(questions);
        }
    }

    /** A coach's pages, and those of others on which they take sessions or were asked to. */
    public List<BookingPage> of(Person coach) {
        return coach.role() == Role.COACH ? store.of(coach.id()) : List.of();
    }

    /** A page on which somebody is asked to take sessions: by whom, and since when. */
    public record Asked(BookingPageId page, String title, String by, Instant at) {}

    /** What others ask of a coach. One query at most. */
    public List<Asked> asked(Person coach) {
        return coach.role() == Role.COACH ? store.asked(coach.id()) : List.of();
    }

    /** A page for somebody who takes sessions on it or was asked to; absent for all others. */
    public Optional<BookingPage> find(BookingPageId page, Person coach) {
        return store.find(page).filter(found -> found.concerns(coach.id()) && coach.role() == Role.COACH);
    }

    /**
     * A page as whoever has its address finds it. Absent when it is switched off or for a cohort in which the visitor is not; its own
     * coaches see it in any case.
     */
    public Optional<BookingPage> visit(String slug, Optional<Person> visitor) {
        return store.bySlug(slug).filter(page -> visibleTo(page, visitor));
    }

    /**
     * Whether the address is that of a page which the visitor could have found before it was switched off. Of pages that never were
     * switched on, and of those for cohorts in which the visitor is not, nobody is told.
     */
    public boolean switchedOff(String slug, Optional<Person> visitor) {
        return store.switchedOff(slug).filter(page -> isFor(page, visitor)).isPresent();
    }

    boolean visibleTo(BookingPage page, Optional<Person> visitor) {
        if (visitor.filter(person -> page.concerns(person.id())).isPresent()) {
            return true;
        }
        return page.open() && isFor(page, visitor);
    }

    private boolean isFor(BookingPage page, Optional<Person> visitor) {
        return page.audience() == Audience.PUBLIC
                || visitor.filter(person -> follows(page, person)).isPresent();
    }

    private boolean follows(BookingPage page, Person person) {
        return page.taking().stream().anyMatch(coach -> cohorts.mayFollow(coach, person.id()));
    }

    /**
     * Pages on which a member can book: those of the coaches of their cohorts, then those for everybody. On a page on which they are
     * the only one to take sessions they book nobody.
     */
    public List<BookingPage> forMember(Person member) {
        return store.forMember(member.id(), MOST_SHOWN).stream()
                .filter(page -> !page.taking().equals(List.of(member.id())))
                .toList();
    }

    /** A new page, switched off until its coach switches it on, with the usual rules. */
    public Kept make(Person coach, String title, String slug) {
        if (coach.role() != Role.COACH) {
            return refused(Field.NONE, Refusal.ONLY_COACHES);
        }
        if (store.of(coach.id()).stream()
                        .filter(page -> page.owner().equals(coach.id()))
                        .count()
                >= MOST_PAGES) {
            return refused(Field.NONE, Refusal.TOO_MANY_PAGES);
        }
        var id = new BookingPageId(ids.next());
        BookingPage page = page(
                id,
                coach.id(),
                new Settings(title, slug, "", Audience.COHORT, Rules.USUAL),
                false,
                List.of(),
                List.of());
        Map<Field, Refusal> wrong = wrong(page);
        if (!wrong.isEmpty()) {
            return new Kept.Refused(wrong);
        }
        return Objects.requireNonNull(transactions.execute(status ->
                store.add(page, time.instant()) ? new Kept.Done(id) : refused(Field.SLUG, Refusal.SLUG_TAKEN)));
    }

    /** Whatever its settings are by now. */
    public Kept change(Person coach, BookingPageId id, Settings settings) {
        return change(coach, id, settings, Optional.empty());
    }

    /**
     * To set what stands already is no harm.
     *
     * @param seen the settings that the coach changes: refused when others stand by now. Absent for whoever means to change them in any
     *             case
     */
    public Kept change(Person coach, BookingPageId id, Settings settings, Optional<Edition> seen) {
        return own(coach, id, page -> {
            BookingPage changed = page(id, page.owner(), settings, page.open(), page.coaches(), page.kinds());
            Map<Field, Refusal> wrong = wrong(changed);
            if (!wrong.isEmpty()) {
                return new Kept.Refused(wrong);
            }
            boolean overtaken = seen.filter(one -> !one.equals(page.edition())).isPresent();
            if (overtaken && !changed.edition().equals(page.edition())) {
                return refused(Field.NONE, Refusal.CHANGED_MEANWHILE);
            }
            return store.change(changed) ? new Kept.Done(id) : refused(Field.SLUG, Refusal.SLUG_TAKEN);
        });
    }

    /** Switched on only when there is something to book and an hour to book it in. */
    public Kept open(Person coach, BookingPageId id) {
        return own(coach, id, page -> {
            if (page.kinds().isEmpty()) {
                return refused(Field.NONE, Refusal.NOTHING_TO_BOOK);
            }
            if (unsaid(page.taking())) {
                return refused(Field.NONE, Refusal.NO_HOURS);
            }
            store.open(id, time.instant());
            return new Kept.Done(id);
        });
    }

    /** Whether none of those who take sessions on it has said when they are open. */
    public boolean hoursUnsaid(BookingPage page) {
        return unsaid(page.taking());
    }

    /** Whether somebody has said no hours in which they can be booked. */
    public boolean hoursUnsaid(Person coach) {
        return unsaid(List.of(coach.id()));
    }

    /** Whether none of these coaches has said when they are open. */
    private boolean unsaid(List<PersonId> coaches) {
        return openHours.of(coaches).values().stream().allMatch(BookingPages::neverOpen);
    }

    private static boolean neverOpen(WeeklyHours hours) {
        return hours.windows().isEmpty() && hours.exceptions().isEmpty();
    }

    /** Nobody books any more; what is booked stays booked. */
    public Kept close(Person coach, BookingPageId id) {
        return own(coach, id, page -> {
            store.close(id);
            return new Kept.Done(id);
        });
    }

    /** Adds a kind of session, or changes one. What was booked of it keeps its length and its answers. */
    public Kept offer(Person coach, BookingPageId id, SessionKindId kind, Offer typed) {
        return own(coach, id, page -> {
            if (page.kind(kind).isEmpty() && page.kinds().size() >= MOST_KINDS) {
                return refused(Field.NONE, Refusal.TOO_MANY_KINDS);
            }
            SessionKind tidied = tidied(kind, typed);
            Map<Field, Refusal> wrong = wrong(tidied);
            if (!wrong.isEmpty()) {
                return new Kept.Refused(wrong);
            }
            store.put(id, tidied);
            return new Kept.Done(id);
        });
    }

    /** Nobody books it any more; what is booked stays booked. A page with nothing left to book is switched off. */
    public Kept retire(Person coach, BookingPageId id, SessionKindId kind) {
        return own(coach, id, page -> {
            store.retire(id, kind);
            if (page.kinds().stream().allMatch(left -> left.id().equals(kind))) {
                store.close(id);
            }
            return new Kept.Done(id);
        });
    }

    /** Asks another coach to take sessions as well: from when they agree, any of the team may take one. */
    public Kept ask(Person coach, BookingPageId id, String email) {
        return own(coach, id, page -> {
            Optional<Person> other = people.findByEmail(email).filter(found -> found.role() == Role.COACH);
            if (other.isEmpty()) {
                return refused(Field.COACH, Refusal.NO_COACH);
            }
            if (page.concerns(other.get().id())) {
                return refused(Field.COACH, Refusal.ON_THE_PAGE);
            }
            if (page.coaches().size() >= MOST_COACHES) {
                return refused(Field.COACH, Refusal.TOO_MANY_COACHES);
            }
            store.seat(id, other.get().id(), time.instant());
            tell(Kind.TEAM_ASKED, page, other.get().id(), coach.id());
            return new Kept.Done(id);
        });
    }

    /** A coach who was asked takes sessions from now on. */
    public Kept agree(Person coach, BookingPageId id) {
        return together(id, () -> {
            Optional<BookingPage> page = find(id, coach);
            if (page.isEmpty()) {
                return new Kept.NotThere();
            }
            if (!page.get().taking().contains(coach.id())) {
                store.agree(id, coach.id(), time.instant());
                tell(Kind.TEAM_JOINED, page.get(), page.get().owner(), coach.id());
            }
            return new Kept.Done(id);
        });
    }

    /** Takes a coach off a page: the owner anybody but themselves, all others themselves. Their booked sessions stay theirs. */
    public Kept remove(Person coach, BookingPageId id, PersonId leaving) {
        return together(id, () -> {
            Optional<BookingPage> page = find(id, coach);
            boolean may = page.isPresent()
                    && !leaving.equals(page.get().owner())
                    && (page.get().owner().equals(coach.id()) || leaving.equals(coach.id()));
            if (!may) {
                return new Kept.NotThere();
            }
            store.unseat(id, leaving);
            // What they were asked, or said, does not stand any more.
            notices.withdraw(key(Kind.TEAM_ASKED, id, leaving), List.of(leaving));
            notices.withdraw(
                    key(Kind.TEAM_JOINED, id, leaving), List.of(page.get().owner()));
            if (leaving.equals(coach.id())) {
                tell(Kind.TEAM_DECLINED, page.get(), page.get().owner(), leaving);
            }
            return new Kept.Done(id);
        });
    }

    private void tell(Kind kind, BookingPage page, PersonId to, PersonId by) {
        Instant now = time.instant();
        PersonId about = kind == Kind.TEAM_ASKED ? to : by;
        notices.post(new Notice(
                // Whoever is asked once more is told once more.
                key(kind, page.id(), about) + now.toEpochMilli(),
                kind,
                to,
                Map.of("by", by.toString()),
                Optional.empty(),
                kind == Kind.TEAM_ASKED ? "/booking" : "/booking/pages/" + page.id(),
                now,
                now.plus(Notice.NEWS)));
    }

    private static String key(Kind kind, BookingPageId page, PersonId about) {
        return "%s:%s:%s:".formatted(kind.code(), page, about);
    }

    private Kept own(Person coach, BookingPageId id, Function<BookingPage, Kept> wish) {
        return together(
                id,
                () -> find(id, coach)
                        .filter(page -> page.owner().equals(coach.id()))
                        .map(wish)
                        .orElseGet(Kept.NotThere::new));
    }

    private Kept together(BookingPageId id, java.util.function.Supplier<Kept> wish) {
        return Objects.requireNonNull(transactions.execute(status -> {
            store.hold(id);
            return wish.get();
        }));
    }

    private static BookingPage page(
            BookingPageId id,
            PersonId owner,
            Settings typed,
            boolean open,
            List<Seat> coaches,
            List<SessionKind> kinds) {
        return new BookingPage(
                id,
                typed.slug().strip().toLowerCase(java.util.Locale.ROOT),
                Typed.line(typed.title()),
                Typed.text(typed.intro()),
                owner,
                typed.audience(),
                open,
                typed.rules(),
                coaches,
                kinds);
    }

    private static Map<Field, Refusal> wrong(BookingPage page) {
        Map<Field, Refusal> wrong = new EnumMap<>(Field.class);
        Typed.wrong(page.title(), TITLE, Optional.of(Refusal.TITLE_MISSING), Refusal.TITLE_TOO_LONG)
                .ifPresent(refusal -> wrong.put(Field.TITLE, refusal));
        Typed.wrong(page.intro(), INTRO, Optional.empty(), Refusal.INTRO_TOO_LONG)
                .ifPresent(refusal -> wrong.put(Field.INTRO, refusal));
        if (!page.slug().matches("[a-z0-9]+(-[a-z0-9]+)*")
                || page.slug().length() < 3
                || page.slug().length() > 40) {
            wrong.put(Field.SLUG, Refusal.SLUG_MALFORMED);
        }
        Rules rules = page.rules();
        unless(
                within(rules.minutesBefore(), 0, Rules.MOST_MINUTES_BETWEEN),
                wrong,
                Field.MINUTES_BEFORE,
                Refusal.MINUTES_BETWEEN);
        unless(
                within(rules.minutesAfter(), 0, Rules.MOST_MINUTES_BETWEEN),
                wrong,
                Field.MINUTES_AFTER,
                Refusal.MINUTES_BETWEEN);
        unless(within(rules.noticeHours(), 0, Rules.MOST_HOURS), wrong, Field.NOTICE, Refusal.HOURS);
        unless(within(rules.changeHours(), 0, Rules.MOST_HOURS), wrong, Field.CHANGE, Refusal.HOURS);
        unless(within(rules.mostADay(), 1, Rules.MOST_A_DAY), wrong, Field.MOST_A_DAY, Refusal.MOST_A_DAY);
        unless(within(rules.daysAhead(), 1, Rules.MOST_DAYS_AHEAD), wrong, Field.DAYS_AHEAD, Refusal.DAYS_AHEAD);
        unless(Rules.STEPS.contains(rules.stepMinutes()), wrong, Field.STEP, Refusal.STEP);
        return wrong;
    }

    private Map<Field, Refusal> wrong(SessionKind kind) {
        Map<Field, Refusal> wrong = new EnumMap<>(Field.class);
        Typed.wrong(kind.name(), TITLE, Optional.of(Refusal.NAME_MISSING), Refusal.NAME_TOO_LONG)
                .ifPresent(refusal -> wrong.put(Field.NAME, refusal));
        Typed.wrong(kind.price(), PRICE, Optional.empty(), Refusal.PRICE_TOO_LONG)
                .ifPresent(refusal -> wrong.put(Field.PRICE, refusal));
        Typed.wrong(kind.description(), DESCRIPTION, Optional.empty(), Refusal.DESCRIPTION_TOO_LONG)
                .ifPresent(refusal -> wrong.put(Field.DESCRIPTION, refusal));
        unless(kind.questions().size() <= MOST_QUESTIONS, wrong, Field.QUESTIONS, Refusal.TOO_MANY_QUESTIONS);
        kind.questions().stream()
                .flatMap(question ->
                        Typed.wrong(question.text(), QUESTION, Optional.empty(), Refusal.QUESTION_TOO_LONG).stream())
                .findFirst()
                .ifPresent(refusal -> wrong.put(Field.QUESTIONS, refusal));
        Optional<Bank> bank = banks.newest(kind.bankId());
        Optional<Round> round = bank.flatMap(found -> found.round(kind.roundId()));
        if (round.isEmpty()) {
            wrong.put(Field.ROUND, Refusal.ROUND_UNKNOWN);
        }
        if (!within(kind.minutes(), 10, 240) || kind.minutes() % 5 != 0) {
            wrong.put(Field.MINUTES, Refusal.MINUTES);
        } else if (round.filter(found -> found.minutes() > kind.minutes()).isPresent()) {
            wrong.put(Field.MINUTES, Refusal.SHORTER_THAN_ROUND);
        }
        return wrong;
    }

    private static SessionKind tidied(SessionKindId id, Offer typed) {
        var questions = new ArrayList<Question>();
        for (Question question : typed.questions()) {
            String text = Typed.line(question.text());
            if (!text.isEmpty()) {
                questions.add(new Question(text, question.required()));
            }
        }
        return new SessionKind(
                id,
                Typed.line(typed.name()),
                typed.bankId(),
                typed.roundId(),
                typed.minutes(),
                Typed.line(typed.price()),
                Typed.text(typed.description()),
                questions);
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private static void unless(boolean right, Map<Field, Refusal> wrong, Field field, Refusal refusal) {
        if (!right) {
            wrong.put(field, refusal);
        }
    }

    private static Kept refused(Field field, Refusal refusal) {
        return new Kept.Refused(Map.of(field, refusal));
    }
}
