package org.threeshift.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.entry.Invites;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Photos;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.web.demonstration.Cast.Player;

/**
 * Fills an installation without members with the demonstration, before it says that it is ready. All of it is one
 * transaction: whatever interrupts it, the next start finds everything or nothing.
 */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Demonstration implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    /** Whom the coach has invited, and who has not come yet. */
    private static final String NEWCOMER = "noor@demo.threeshift.example";

    private final People people;
    private final Profiles profiles;
    private final Photos photos;
    private final Coaching coaching;
    private final Cohorts cohorts;
    private final Banks banks;
    private final Hosting hosting;
    private final Exchanges exchanges;
    private final Interviews interviews;
    private final FeedbackCards feedback;
    private final House house;
    private final Diligence diligence;
    private final Invites invites;
    private final Keepsakes keepsakes;
    private final Practising practising;
    private final Pairings pairings;
    private final Gatherings gatherings;
    private final Tidings tidings;
    private final Elsewhere elsewhere;
    private final Bookable bookable;
    private final InstantSource time;
    private final TransactionOperations transaction;

    Demonstration(
            People people,
            Profiles profiles,
            Photos photos,
            Coaching coaching,
            Cohorts cohorts,
            Banks banks,
            Hosting hosting,
            Exchanges exchanges,
            Interviews interviews,
            FeedbackCards feedback,
            House house,
            Diligence diligence,
            Invites invites,
            Keepsakes keepsakes,
            Practising practising,
            Pairings pairings,
            Gatherings gatherings,
            Tidings tidings,
            Elsewhere elsewhere,
            Bookable bookable,
            InstantSource time,
            TransactionOperations transaction) {
        this.people = people;
        this.profiles = profiles;
        this.photos = photos;
        this.coaching = coaching;
        this.cohorts = cohorts;
        this.banks = banks;
        this.hosting = hosting;
        this.exchanges = exchanges;
        this.interviews = interviews;
        this.feedback = feedback;
        this.house = house;
        this.diligence = diligence;
        this.invites = invites;
        this.keepsakes = keepsakes;
        this.practising = practising;
        this.pairings = pairings;
        this.gatherings = gatherings;
        this.tidings = tidings;
        this.elsewhere = elsewhere;
        this.bookable = bookable;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Interviews ring their bell before this transaction ends. At this point of a start nobody listens yet.
        transaction.executeWithoutResult(status -> fill());
    }

    private void fill() {
        if (!people.members().isEmpty()) {
            return;
        }
        long started = System.nanoTime();
        Material material = Material.shipped();
        Map<String, Person> cast = enrol(material.cast());
        Bank bank = banks.newest(material.plan().bank()).orElseThrow();
        var times = new Timetable(time.instant());
        material.plan().interviews().forEach(booking -> play(material, bank, cast, times, booking));
        visit(material, cast);
        diligence.practise(cast);
        house.tell(cast);
        practising.tell(cast);
        pairings.make(cast);
        tidings.tell(cast.values());
        elsewhere.tell(cast);
        bookable.open(cast);
        gatherings.plan(
                find(cast, material.cast().coach()),
                find(cast, material.cast().cohort().members().getFirst()),
                bank);
        keepsakes.make(
                find(cast, material.cast().coach()),
                find(cast, material.cast().cohort().members().getFirst()),
                List.copyOf(cast.values()));
        LOG.info(
                "Made the demonstration: {} people, {} interviews, {} ms",
                cast.size(),
                material.plan().interviews().size(),
                (System.nanoTime() - started) / 1_000_000);
    }

    /** Nobody gets a password: one click signs in, and only in a demonstration. */
    private Map<String, Person> enrol(Cast cast) {
        Map<String, Person> known = new LinkedHashMap<>();
        cast.people().forEach((key, player) -> known.put(key, enrol(player)));
        cast.pictures().forEach((key, likeness) -> picture(find(known, key), likeness));
        house.post(known);
        gather(cast, known);
        return known;
    }

    private void describe(Person person, Cast.About about) {
        var said = new Profiles.Said(
                person.name(),
                person.zone().getId(),
                about.pronouns(),
                about.languages(),
                about.targetRole(),
                about.seniority().name());
        if (!(profiles.change(person, said) instanceof org.threeshift.core.people.Outcome.Done)) {
            throw new IllegalStateException("%s says what cannot be said".formatted(person.name()));
        }
    }

    private void picture(Person person, Likeness likeness) {
        if (!(photos.put(person, likeness.png()) instanceof org.threeshift.core.people.Outcome.Done)) {
            throw new IllegalStateException("%s has no picture".formatted(person.name()));
        }
    }

    /** The season began before its first interview. */
    private void gather(Cast cast, Map<String, Person> known) {
        Person coach = find(known, cast.coach());
        Instant begun = time.instant().minus(Duration.ofDays(120));
        if (!(coaching.open(coach, cast.cohort().name(), begun)
                instanceof org.threeshift.core.cohort.Outcome.Done(var cohort))) {
            throw new IllegalStateException("There is no cohort of " + coach.name());
        }
        for (String key : cast.cohort().members()) {
            Person member = find(known, key);
            coaching.ask(coach, cohort, member.email().orElseThrow(), About.NOTHING, begun);
            cohorts.join(member, cohort, Agreement.CURRENT, begun);
        }
        cast.cohort()
                .coaches()
                .forEach(key -> coaching.share(coach, cohort, find(known, key).id(), begun));
        cast.cohort()
                .asked()
                .forEach(key ->
                        coaching.ask(coach, cohort, find(known, key).email().orElseThrow(), About.NOTHING));
        coaching.ask(coach, cohort, NEWCOMER, About.NOTHING);
        invites.invite(coach, Optional.empty(), Role.MEMBER, Optional.empty());
    }

    private Person enrol(Player player) {
        var enrolled = people.enrol(player.name(), player.email(), player.zone().getId(), player.role());
        if (enrolled instanceof org.threeshift.core.people.Outcome.Done(var person)) {
            player.about().ifPresent(about -> describe(person, about));
            return person;
        }
        throw new IllegalStateException("%s cannot be enrolled: %s".formatted(player.name(), enrolled));
    }

    private void play(Material material, Bank bank, Map<String, Person> cast, Timetable times, Booking booking) {
        Person host = find(cast, booking.host());
        Dice dice = Dice.of(material.cast().seed(), booking.id(), "set-up");
        Instant start = times.start(booking, host.zone());
        Instant setUp = times.setUp(booking, start, dice);
        var id = new InterviewId(dice.id(setUp));
        Hosting.Plan plan = plan(material, cast, booking, id, start, host);
        if (booking.exchange().isPresent()) {
            exchange(new Exchanges.Plan(plan, OptionalInt.of(booking.exchange().get()), false), booking, host, setUp);
        } else if (!(hosting.host(plan, host, setUp) instanceof Hosted.Done)) {
            throw new IllegalStateException("%s cannot be set up".formatted(booking.id()));
        }
        List<Sent> script = new Script(material, bank, ids(cast), times, booking, start).write();
        if (!script.isEmpty() && interviews.sendAll(id, script) instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException("%s cannot be played: %s".formatted(booking.id(), refusal));
        }
        booking.feedback()
                .orElse(Map.of())
                .forEach((interviewer, said) -> answer(booking, id, cast, interviewer, said));
    }

    /** Somebody was asked by e-mail, has taken the chair by a link and has no account yet. */
    private void visit(Material material, Map<String, Person> cast) {
        Cast.Visit visit = material.cast().visit();
        Person host = find(cast, visit.host());
        Instant now = time.instant();
        Dice dice = Dice.of(material.cast().seed(), visit.name(), "visit");
        var plan = new Hosting.Plan(
                new InterviewId(dice.id(now)),
                visit.kind(),
                material.plan().bank(),
                visit.round(),
                new Candidate.ByEmail(visit.email()),
                Set.of(),
                Optional.of(now.plus(Duration.ofDays(visit.days()))),
                host.zone());
        if (hosting.host(plan, host, now) instanceof Hosted.Done(var _, var link)
                && people.welcomeGuest(visit.name(), visit.zone())
                        instanceof org.threeshift.core.people.Outcome.Done(var guest)
                && hosting.join(link.orElseThrow(), guest.id()) instanceof Hosting.Joining.Joined) {
            return;
        }
        throw new IllegalStateException("%s cannot come".formatted(visit.name()));
    }

    private void answer(
            Booking booking, InterviewId id, Map<String, Person> cast, String interviewer, Booking.Feedback said) {
        Map<Shift, Level> levels = new EnumMap<>(Shift.class);
        Iterator<Integer> keys = said.levels().iterator();
        for (Shift shift : Shift.values()) {
            levels.put(shift, Level.ofKey(keys.next()));
        }
        var answer = feedback.give(
                id,
                find(cast, booking.candidate()).id(),
                find(cast, interviewer).id(),
                levels,
                said.sentence().orElse(""));
        if (!(answer instanceof FeedbackCards.Said.Saved)) {
            throw new IllegalStateException(
                    "%s has no feedback on %s: %s".formatted(booking.id(), interviewer, answer));
        }
    }

    private void exchange(Exchanges.Plan plan, Booking booking, Person host, Instant setUp) {
        if (!(exchanges.host(plan, host, setUp) instanceof Made.Done)) {
            throw new IllegalStateException("%s cannot be set up".formatted(booking.id()));
        }
    }

    private static Hosting.Plan plan(
            Material material, Map<String, Person> cast, Booking booking, InterviewId id, Instant start, Person host) {
        Set<PersonId> others = booking.others().orElse(List.of()).stream()
                .map(key -> find(cast, key).id())
                .collect(Collectors.toUnmodifiableSet());
        return new Hosting.Plan(
                id,
                booking.kind(),
                material.plan().bank(),
                booking.round(),
                new Candidate.Member(find(cast, booking.candidate()).id()),
                others,
                Optional.of(start),
                host.zone(),
                booking.watchers().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                watcher -> find(cast, watcher.getKey()).id(), Map.Entry::getValue)),
                Optional.empty());
    }

    private static Map<String, PersonId> ids(Map<String, Person> cast) {
        return cast.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
    }

    private static Person find(Map<String, Person> cast, String key) {
        return Optional.ofNullable(cast.get(key))
                .orElseThrow(() -> new IllegalArgumentException("Nobody in the cast is called " + key));
    }
}
