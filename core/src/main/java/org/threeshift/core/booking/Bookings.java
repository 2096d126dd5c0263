package org.threeshift.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointment;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.booking.Booking.Answer;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Keeping;

/**
 * Booking a coach, and moving or calling off what is booked. Booking takes both people's time, sets the interview up and tells both,
 * all or nothing. Whoever books waits until nobody else is booking any of the same people, so that what was free when they were heard
 * is free when they are answered.
 */
@Service
public class Bookings {
    /** Sessions that one candidate may have ahead of them. */
    public static final int MOST_AHEAD = 5;

    public static final int ANSWER = 2000;
    public static final int REASON = 500;

    /** How far {@link #soonest} looks. */
    private static final Duration SOON = Duration.ofDays(14);

    /** Past sessions that a list shows. */
    private static final int LIST = 50;

    private final PostgresBookings store;
    private final PostgresBookingPages pageStore;
    private final BookingPages pages;
    private final Timetable timetable;
    private final Appointments appointments;
    private final Hosting hosting;
    private final InterviewStates states;
    private final People people;
    private final Notices notices;
    private final Commitments commitments;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Bookings(
            PostgresBookings store,
            PostgresBookingPages pageStore,
            BookingPages pages,
            Timetable timetable,
            Appointments appointments,
            Hosting hosting,
            InterviewStates states,
            People people,
            Notices notices,
            Commitments commitments,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.pageStore = pageStore;
        this.pages = pages;
        this.timetable = timetable;
        this.appointments = appointments;
        this.hosting = hosting;
        this.states = states;
        this.people = people;
        this.notices = notices;
        this.commitments = commitments;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * What somebody wants to book.
     *
     * @param interview the id to be, chosen when the form was opened: sending the form twice books once
     * @param zone      in which they read the hour
     * @param answers   one for each of the kind's questions, in their order; those that lack are empty
     */
    public record Wish(
            InterviewId interview, String slug, SessionKindId kind, Instant start, ZoneId zone, List<String> answers) {
        public Wish {
            answers = List.copyOf(answers);
        }
    }

    /** What came of a wish to book, to move or to call off. */
    public sealed interface Answered {
        record Done(Booking booking) implements Answered {}

        record Refused(Refusal refusal) implements Answered {}

        /** @param wrong by the number of the question, from 0 */
        record BadAnswers(Map<Integer, Refusal> wrong) implements Answered {
            public BadAnswers {
                wrong = Map.copyOf(wrong);
            }
        }

        /** The coach cannot hold it, for a reason of the interview's own. */
        record NotHosted(org.threeshift.core.interview.model.Refusal refusal) implements Answered {}

        /** There is no such page, session or booking, as far as this person may know. */
        record NotThere() implements Answered {}
    }

    /**
     * When a kind of session can be booked, in order; with several coaches whenever any can. For a visitor of whom nothing is known
     * their own appointments are not looked at.
     */
    public List<Instant> free(BookingPage page, SessionKind kind, Optional<Person> visitor, Span within) {
        Map<PersonId, List<Instant>> starts = timetable.starts(
                page.taking(),
                page.rules(),
                kind.length(),
                within,
                visitor.map(Person::id),
                Optional.empty(),
                time.instant());
        return merged(starts.values());
    }

    /** How an hour stands for somebody who is about to book it. */
    public sealed interface Hour {
        record Free() implements Hour {}

        /** Their own already, at whichever coach they booked it. */
        record Yours(Booking booking) implements Hour {}

        record Refused(Refusal refusal) implements Hour {}
    }

    public Hour hour(BookingPage page, SessionKind kind, Optional<Person> visitor, Instant start) {
        Instant now = time.instant();
        Optional<Booking> own =
                visitor.flatMap(person -> store.ofCandidate(person.id(), Span.of(start, kind.length())).stream()
                        .findFirst());
        if (own.isPresent()) {
            return new Hour.Yours(own.get());
        }
        Timetable.Known known =
                timetable.look(page.taking(), Span.of(start, kind.length()), visitor.map(Person::id), Optional.empty());
        return freeAt(known, page, kind, start, now).isEmpty()
                ? new Hour.Refused(why(known, page.rules(), Span.of(start, kind.length()), now))
                : new Hour.Free();
    }

    /** Why nobody can take a session then. */
    private static Refusal why(Timetable.Known known, Rules rules, Span span, Instant now) {
        if (!span.from().isAfter(now)) {
            return Refusal.HOUR_OVER;
        }
        if (known.candidateBusy(span)) {
            return Refusal.YOU_ARE_BUSY;
        }
        return span.from().isBefore(now.plus(rules.notice())) ? Refusal.HOUR_TOO_SOON : Refusal.HOUR_GONE;
    }

    /** To when a booking can be moved, with the same coach: not to the hour that it has. */
    public List<Instant> free(Booking booking, Span within) {
        return merged(starts(booking, rules(booking).orElse(Rules.USUAL), within)
                        .values())
                .stream()
                .filter(start -> !start.equals(booking.startsAt()))
                .toList();
    }

    /** Absent once the page is gone with its owner. */
    private Optional<Rules> rules(Booking booking) {
        return booking.page().map(Booking.On::page).flatMap(pageStore::find).map(BookingPage::rules);
    }

    private Map<PersonId, List<Instant>> starts(Booking booking, Rules rules, Span within) {
        return timetable.starts(
                List.of(booking.coach()),
                rules,
                booking.length(),
                within,
                Optional.of(booking.candidate()),
                Optional.of(booking.interview()),
                time.instant());
    }

    /** An hour of a coach that somebody can book. */
    public record OpenHour(BookingPage page, SessionKind kind, Instant start) {}

    /**
     * The next hour on each of the pages on which a member can book, the soonest first: for whoever needs one soon. As many
     * queries for one page as for all.
     */
    public List<OpenHour> soonest(Person member, int most) {
        List<BookingPage> open = pages.forMember(member);
        Instant now = time.instant();
        var within = Span.of(now, SOON);
        Set<PersonId> coaches =
                open.stream().flatMap(page -> page.taking().stream()).collect(Collectors.toSet());
        Timetable.Known known = timetable.look(coaches, within, Optional.of(member.id()), Optional.empty());
        return open.stream()
                .flatMap(page -> soonest(page, known, within, now).stream())
                .sorted(Comparator.comparing(OpenHour::start))
                .limit(most)
                .toList();
    }

    private static Optional<OpenHour> soonest(BookingPage page, Timetable.Known known, Span within, Instant now) {
        return page.kinds().stream()
                .flatMap(kind ->
                        merged(Timetable.starts(known, page.taking(), page.rules(), kind.length(), within, now)
                                        .values())
                                .stream()
                                .limit(1)
                                .map(start -> new OpenHour(page, kind, start)))
                .min(Comparator.comparing(OpenHour::start));
    }

    private static List<Instant> merged(Collection<List<Instant>> starts) {
        var all = new TreeSet<Instant>();
        starts.forEach(all::addAll);
        return List.copyOf(all);
    }

    public Answered book(Wish wish, Person candidate) {
        return whole(status -> {
            // As it stands now that its coaches change nothing of it until this is answered.
            pageStore.stay(wish.slug());
            Optional<BookingPage> page =
                    pages.visit(wish.slug(), Optional.of(candidate)).filter(BookingPage::open);
            Optional<SessionKind> kind = page.flatMap(found -> found.kind(wish.kind()));
            if (kind.isEmpty()) {
                return new Answered.NotThere();
            }
            if (candidate.guest()) {
                return refused(Refusal.NEEDS_ACCOUNT);
            }
            List<Answer> answers = answers(kind.get(), wish.answers());
            Map<Integer, Refusal> wrong = wrong(kind.get(), answers);
            return wrong.isEmpty()
                    ? book(wish, page.get(), kind.get(), answers, candidate)
                    : new Answered.BadAnswers(wrong);
        });
    }

    private Answered book(Wish wish, BookingPage page, SessionKind kind, List<Answer> answers, Person candidate) {
        Set<PersonId> everybody = new HashSet<>(page.taking());
        everybody.add(candidate.id());
        appointments.hold(everybody);
        Optional<Booking> before = store.find(wish.interview());
        if (before.isPresent()) {
            return before.get().candidate().equals(candidate.id())
                    ? new Answered.Done(before.get())
                    : new Answered.NotThere();
        }
        if (page.taking().equals(List.of(candidate.id()))) {
            return refused(Refusal.OWN_PAGE);
        }
        Instant now = time.instant();
        if (store.ahead(candidate.id(), now) >= MOST_AHEAD) {
            return refused(Refusal.TOO_MANY_BOOKED);
        }
        var span = Span.of(wish.start(), kind.length());
        Timetable.Known known = timetable.look(page.taking(), span, Optional.of(candidate.id()), Optional.empty());
        if (known.candidateBusy(span)) {
            return refused(why(known, page.rules(), span, now));
        }
        var agreed = Agreed.of(span, wish.zone());
        List<PersonId> free = freeAt(known, page, kind, wish.start(), now);
        for (PersonId coach : FairChoice.order(free, store.loads(page.id(), now.minus(FairChoice.LATELY)))) {
            var what = new What(What.Kind.BOOKING, wish.interview().value());
            Taking taking = appointments.take(Set.of(coach, candidate.id()), agreed, what, wish.interview());
            if (taking instanceof Taking.Busy(var whom) && whom.contains(candidate.id())) {
                return refused(Refusal.YOU_ARE_BUSY);
            }
            if (taking instanceof Taking.Taken(var appointment) && stands(appointment, wish, coach)) {
                return seated(wish, page, kind, answers, coach, candidate, now);
            }
        }
        return refused(why(known, page.rules(), span, now));
    }

    /** An id that somebody made up may already be somebody's. */
    private static boolean stands(Appointment appointment, Wish wish, PersonId coach) {
        return appointment.people().contains(coach)
                && appointment.interview().filter(wish.interview()::equals).isPresent();
    }

    private static List<PersonId> freeAt(
            Timetable.Known known, BookingPage page, SessionKind kind, Instant start, Instant now) {
        var moment = Span.of(start, Duration.ofMinutes(1));
        return Timetable.starts(known, page.taking(), page.rules(), kind.length(), moment, now).entrySet().stream()
                .filter(entry -> entry.getValue().contains(start))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Answered seated(
            Wish wish,
            BookingPage page,
            SessionKind kind,
            List<Answer> answers,
            PersonId coachId,
            Person candidate,
            Instant now) {
        store.add(wish.interview(), page, kind, coachId, candidate.id(), now, answers);
        Person coach = people.find(coachId).orElseThrow();
        var plan = new Hosting.Plan(
                wish.interview(),
                Kind.COACH_LED,
                kind.bankId(),
                kind.roundId(),
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                Optional.of(wish.start()),
                wish.zone());
        if (hosting.host(plan, coach, now) instanceof Hosted.Refused(var refusal)) {
            return new Answered.NotHosted(refusal);
        }
        Booking booking = store.find(wish.interview()).orElseThrow();
        tell(booking, coach, candidate, now);
        tell(booking, candidate, coach, now);
        return new Answered.Done(booking);
    }

    private void tell(Booking booking, Person to, Person other, Instant now) {
        notices.post(new Notice(
                Notice.booked(booking.interview()),
                org.threeshift.core.notice.Kind.BOOKED,
                to.id(),
                Map.of(
                        "other", other.id().toString(),
                        "round", booking.kindName(),
                        "at", booking.startsAt().toString()),
                Optional.of(booking.interview()),
                "/bookings/" + booking.interview(),
                now,
                now.plus(Notice.NEWS)));
    }

    /** A booking for one of its two; absent for everybody else. */
    public Optional<Booking> find(InterviewId interview, Person reader) {
        return store.find(interview).filter(booking -> isOfTheTwo(booking, reader));
    }

    private static boolean isOfTheTwo(Booking booking, Person person) {
        return booking.coach().equals(person.id()) || booking.candidate().equals(person.id());
    }

    /** Somebody's own, as coach and as candidate, that are still ahead or running. */
    public List<Booking> ahead(Person person) {
        return store.of(person.id(), true, time.instant(), LIST);
    }

    /** Those that are over or were called off, the latest first. */
    public List<Booking> past(Person person) {
        return store.of(person.id(), false, time.instant(), LIST);
    }

    /**
     * How a session ended that was not held.
     *
     * @param by     who called it off; absent when nobody in particular did, or when somebody had not come
     * @param reason empty when somebody had not come
     * @param late   whether it counts as called off late for whoever did
     */
    public record CalledOff(Optional<PersonId> by, String reason, boolean late) {}

    /** Absent for one that was not called off. */
    public Optional<CalledOff> calledOff(Booking booking) {
        return states.find(booking.interview())
                .filter(Interview.Cancelled.class::isInstance)
                .map(Interview.Cancelled.class::cast)
                .map(ended -> {
                    Optional<PersonId> by = Optional.of(ended.by())
                            .filter(person -> ended.noShow().isEmpty() && !person.equals(Command.By.INSTALLATION));
                    boolean late = by.filter(person -> store.late(booking.interview(), person))
                            .isPresent();
                    return new CalledOff(by, ended.reason(), late);
                });
    }

    /** Whether it can still be called off: by both until it begins. */
    public boolean cancellable(Booking booking) {
        return booking.ahead() && time.instant().isBefore(booking.startsAt());
    }

    /** Whether calling it off now counts as late for whoever does it. */
    public boolean late(Booking booking) {
        return Keeping.calledOff(booking.startsAt(), time.instant()).isPresent();
    }

    /** Until when a booking can be moved by this person; absent when it no longer can. */
    public Optional<Instant> changeableUntil(Booking booking, Person person) {
        if (!booking.ahead()) {
            return Optional.empty();
        }
        Instant until = booking.changeableUntil(person.id());
        return until.isAfter(time.instant()) ? Optional.of(until) : Optional.empty();
    }

    /** Moves a booking to another free hour of the same coach. Whoever wants it says why. */
    public Answered move(
            InterviewId interview, UUID commandId, Person person, Instant start, ZoneId zone, String reason) {
        return changed(interview, person, reason, booking -> {
            if (start.equals(booking.startsAt())) {
                // The same form sent twice is answered as it was at first.
                return store.carriedOut(interview, commandId) ? new Answered.Done(booking) : refused(Refusal.SAME_HOUR);
            }
            if (changeableUntil(booking, person).isEmpty()) {
                return refused(Refusal.TOO_LATE);
            }
            if (!free(booking, Span.of(start, Duration.ofMinutes(1))).contains(start)) {
                return refused(Refusal.HOUR_GONE);
            }
            return answer(
                    interview,
                    hosting.moveAsAgreed(
                            interview,
                            commandId,
                            new Command.By(person.id(), time.instant()),
                            new Command.MoveAsAgreed(start, zone, Typed.text(reason))));
        });
    }

    /**
     * Calls a booking off. Whoever wants it says why. Late is late as everywhere else, for the coach as for the candidate, and however
     * long before the page lets its candidates move.
     */
    public Answered cancel(InterviewId interview, UUID commandId, Person person, String reason) {
        return changed(interview, person, reason, booking -> {
            if (late(booking)) {
                commitments.late(person.id(), interview.value(), booking.startsAt());
            }
            return answer(
                    interview,
                    hosting.callOffAsAgreed(
                            interview, commandId, new Command.By(person.id(), time.instant()), Typed.text(reason)));
        });
    }

    private Answered changed(
            InterviewId interview,
            Person person,
            String reason,
            java.util.function.Function<Booking, Answered> change) {
        return whole(status -> {
            Optional<Booking> known = find(interview, person);
            if (known.isEmpty()) {
                return new Answered.NotThere();
            }
            appointments.hold(Set.of(known.get().coach(), known.get().candidate()));
            // As it stands now that nobody else changes it.
            Booking booking = store.find(interview).orElseThrow();
            if (!cancellable(booking)) {
                return refused(Refusal.OVER);
            }
            return Typed.wrong(Typed.text(reason), REASON, Optional.of(Refusal.REASON_MISSING), Refusal.REASON_TOO_LONG)
                    .<Answered>map(Answered.Refused::new)
                    .orElseGet(() -> change.apply(booking));
        });
    }

    private Answered answer(InterviewId interview, org.threeshift.core.interview.Outcome outcome) {
        return switch (outcome) {
            case org.threeshift.core.interview.Outcome.Done _ ->
                new Answered.Done(store.find(interview).orElseThrow());
            case org.threeshift.core.interview.Outcome.Refused(var refusal)
            when refusal.code() == org.threeshift.core.interview.model.Refusal.Code.SOMEBODY_BUSY
                    || refusal.code() == org.threeshift.core.interview.model.Refusal.Code.YOURSELF_BUSY ->
                refused(Refusal.HOUR_GONE);
            case org.threeshift.core.interview.Outcome.Refused(var refusal) -> new Answered.NotHosted(refusal);
        };
    }

    /** What is refused leaves nothing behind. */
    private Answered whole(java.util.function.Function<TransactionStatus, Answered> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Answered answer = work.apply(status);
            if (!(answer instanceof Answered.Done)) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private static List<Answer> answers(SessionKind kind, List<String> typed) {
        var answers = new ArrayList<Answer>();
        for (int place = 0; place < kind.questions().size(); place++) {
            String text = place < typed.size() ? Typed.text(typed.get(place)) : "";
            answers.add(new Answer(kind.questions().get(place).text(), text));
        }
        return List.copyOf(answers);
    }

    private static Map<Integer, Refusal> wrong(SessionKind kind, List<Answer> answers) {
        var wrong = new java.util.HashMap<Integer, Refusal>();
        for (int place = 0; place < answers.size(); place++) {
            Optional<Refusal> missing =
                    kind.questions().get(place).required() ? Optional.of(Refusal.ANSWER_MISSING) : Optional.empty();
            int at = place;
            Typed.wrong(answers.get(place).text(), ANSWER, missing, Refusal.ANSWER_TOO_LONG)
                    .ifPresent(refusal -> wrong.put(at, refusal));
        }
        return wrong;
    }

    private static Answered refused(Refusal refusal) {
        return new Answered.Refused(refusal);
    }
}
