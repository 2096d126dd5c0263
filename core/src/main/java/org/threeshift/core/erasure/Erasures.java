package org.threeshift.core.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewWords;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SignIns;
import org.threeshift.core.retention.OneByOne;
import org.threeshift.core.settings.Settings;

/**
 * Erases people who want to be erased: after a waiting time in which they can call it off. What an erasure means is written in
 * docs/decisions/0018-erasing-a-person.md.
 */
@Service
public class Erasures {
    /** An admin's reason has at least that many characters. */
    public static final int LEAST_CHARACTERS = 10;

    public static final int MOST_CHARACTERS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.erasure.erasure", Locale.ENGLISH);

    private final ErasureStore store;
    private final InterviewWords words;
    private final Hosting hosting;
    private final People people;
    private final Settings settings;
    private final Trail trail;
    private final Mails mails;
    private final Bell bell;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionOperations transactions;
    private final ObjectProvider<BeforeErasure> ears;

    Erasures(
            ErasureStore store,
            InterviewWords words,
            Hosting hosting,
            People people,
            Settings settings,
            Trail trail,
            Mails mails,
            Bell bell,
            Ids ids,
            InstantSource time,
            TransactionOperations transactions,
            ObjectProvider<BeforeErasure> ears) {
        this.store = store;
        this.words = words;
        this.hosting = hosting;
        this.people = people;
        this.settings = settings;
        this.trail = trail;
        this.mails = mails;
        this.bell = bell;
        this.ids = ids;
        this.time = time;
        this.transactions = transactions;
        this.ears = ears;
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        record Waiting(Erasure erasure) implements Outcome {}

        /** Somebody has to look after the installation. */
        record LastAdmin() implements Outcome {}

        record ReasonTooShort() implements Outcome {}

        record ReasonTooLong() implements Outcome {}

        /** There is no such person, or the one who asks is no admin. */
        record NotThere() implements Outcome {}
    }

    /** What became of an admin's wish that somebody stays. */
    public sealed interface Stay {
        record CalledOff() implements Stay {}

        /** The person asked to leave: nobody but they decides otherwise. */
        record OnlyThePerson() implements Stay {}

        record ReasonTooShort() implements Stay {}

        record ReasonTooLong() implements Stay {}

        /** Nothing waits for them, or the one who asks is no admin. */
        record NotThere() implements Stay {}
    }

    /** Somebody wants to be erased, and has just proved who they are. A wish that waits already stays as it is. */
    public Outcome ask(Person person) {
        return begin(person, person, "");
    }

    /** An admin acts for somebody, with a reason that they are told. */
    public Outcome ask(Person admin, PersonId whom, String reason) {
        String why = TypedLine.of(reason);
        Optional<Person> person = people.find(whom);
        if (admin.role() != Role.ADMIN || person.isEmpty()) {
            return new Outcome.NotThere();
        }
        if (characters(why) < LEAST_CHARACTERS) {
            return new Outcome.ReasonTooShort();
        }
        return characters(why) > MOST_CHARACTERS ? new Outcome.ReasonTooLong() : begin(person.get(), admin, why);
    }

    public Optional<Erasure> waiting(PersonId person) {
        return store.waiting(person);
    }

    /** Everything that waits, for admins; nothing for others. */
    public List<Erasure> waiting(Person admin) {
        return admin.role() == Role.ADMIN ? store.waiting() : List.of();
    }

    public Preview preview(Person person) {
        return store.preview(person.id());
    }

    /** The person wants to stay after all. @return whether anything waited */
    public boolean callOff(PersonId person) {
        return Boolean.TRUE.equals(transactions.execute(status -> store.waiting(person)
                .filter(erasure -> calledOff(erasure, person, Topic.ERASURE_CALLED_OFF, Map.of()))
                .isPresent()));
    }

    /**
     * An admin calls off what an admin asked for, with a reason that the person is told. What people ask for themselves only they
     * call off.
     */
    public Stay callOff(Person admin, PersonId whom, String reason) {
        String why = TypedLine.of(reason);
        Optional<Erasure> waiting = store.waiting(whom);
        if (admin.role() != Role.ADMIN || waiting.isEmpty()) {
            return new Stay.NotThere();
        }
        if (waiting.get().own() && !admin.id().equals(whom)) {
            return new Stay.OnlyThePerson();
        }
        if (characters(why) < LEAST_CHARACTERS) {
            return new Stay.ReasonTooShort();
        }
        if (characters(why) > MOST_CHARACTERS) {
            return new Stay.ReasonTooLong();
        }
        var values = Map.of("by", admin.name(), "reason", why);
        return Boolean.TRUE.equals(transactions.execute(
                        status -> calledOff(waiting.get(), admin.id(), Topic.ERASURE_CALLED_OFF_BY_ADMIN, values)))
                ? new Stay.CalledOff()
                : new Stay.NotThere();
    }

    private boolean calledOff(Erasure erasure, PersonId by, Topic topic, Map<String, String> values) {
        boolean calledOff = store.callOff(erasure.id(), time.instant());
        if (calledOff) {
            Map<String, String> detail =
                    values.containsKey("reason") ? Map.of("reason", values.get("reason")) : Map.of();
            trail.add(Deed.ERASURE_CALLED_OFF, Optional.of(by), Optional.of(erasure.person()), detail);
            people.find(erasure.person())
                    .ifPresent(stays -> post(stays, "erasure-called-off:" + erasure.id(), topic, values));
        }
        return calledOff;
    }

    private static int characters(String typed) {
        return typed.codePointCount(0, typed.length());
    }

    /**
     * Carries out everything that is due. For the background job.
     *
     * @return how many people were erased
     * @throws RuntimeException the first failure, after everybody else was erased
     */
    public int carryOut(Instant now) {
        List<Erasure> due = store.waiting().stream()
                .filter(erasure -> !erasure.dueAt().isAfter(now))
                .toList();
        return OneByOne.count(due, erasure -> stillDue(erasure) && carryOut(erasure, now));
    }

    /** Since the list was read it may have been called off, and since it was asked for the other admins may have gone. */
    private boolean stillDue(Erasure erasure) {
        if (store.waiting(erasure.person()).filter(erasure::equals).isEmpty()) {
            return false;
        }
        boolean last = people.find(erasure.person()).filter(this::lastAdmin).isPresent();
        if (last) {
            LOG.warn("Person {} is the last admin and is erased when there is another", erasure.person());
        }
        return !last;
    }

    /** Without a wish and a wait: for a guest whose time is over. */
    void eraseNow(PersonId id, Instant now) {
        erased(id, now, () -> true);
    }

    private boolean carryOut(Erasure erasure, Instant now) {
        return erased(erasure.person(), now, () -> store.finish(erasure.id(), now));
    }

    /** @param still whether nobody called it off, or did it, meanwhile */
    private boolean erased(PersonId id, Instant now, BooleanSupplier still) {
        if (people.find(id).isEmpty()) {
            return false;
        }
        callOff(id, now);
        List<PersonId> selves = store.selves(id);
        Set<String> names = store.names(selves);
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> {
            if (!still.getAsBoolean()) {
                return false;
            }
            selves.forEach(self -> {
                words.erase(self, names, now);
                store.erase(self, names, now);
            });
            // Not who: only that it happened.
            trail.add(Deed.ERASED, Optional.empty(), Optional.empty(), Map.of());
            return true;
        }));
        if (done) {
            selves.forEach(words::tell);
            // Whatever their pages hold open ends with the sign-ins.
            selves.forEach(self -> bell.ring(SignIns.topic(self)));
            LOG.info("Erased person {}", id);
        }
        return done;
    }

    /** Nobody else could hold them; and whoever was booked by somebody who is gone has the hour back. */
    private void callOff(PersonId person, Instant now) {
        ears.orderedStream().forEach(ear -> ear.leaves(person, now));
        callOffHosted(person, now);
        // Nobody who stays did it, so that it counts for nobody as called off late.
        store.booked(person)
                .keySet()
                .forEach(interview -> hosting.callOffAsAgreed(
                        interview, ids.next(), Command.By.installation(now), WORDS.getString("candidate-left")));
    }

    private void callOffHosted(PersonId host, Instant now) {
        for (InterviewId interview : store.hosted(host)) {
            hosting.callOffAsAgreed(interview, ids.next(), new Command.By(host, now), WORDS.getString("host-left"));
        }
    }

    private Outcome begin(Person person, Person by, String reason) {
        if (lastAdmin(person)) {
            return new Outcome.LastAdmin();
        }
        Instant now = time.instant();
        int days = settings.current().erasureDays();
        var wish = new Erasure(ids.next(), person.id(), by.id(), reason, now, now.plus(Duration.ofDays(days)));
        return Objects.requireNonNull(transactions.execute(status -> {
            if (store.add(wish)) {
                trail.add(Deed.ERASURE_ASKED, Optional.of(by.id()), Optional.of(person.id()), Map.of());
                tell(wish, person, by);
            }
            return new Outcome.Waiting(store.waiting(person.id()).orElse(wish));
        }));
    }

    private void tell(Erasure wish, Person person, Person by) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "day",
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                        .format(wish.dueAt().atZone(person.zone())));
        values.put("link", "/sign-in");
        boolean own = by.id().equals(person.id());
        if (!own) {
            values.put("by", by.name());
            values.put("reason", wish.reason());
        }
        post(person, "erasure-asked:" + wish.id(), own ? Topic.ERASURE_ASKED : Topic.ERASURE_BY_ADMIN, values);
    }

    private void post(Person person, String key, Topic topic, Map<String, String> values) {
        person.email()
                .ifPresent(address -> mails.post(new Mail(key, topic, address, Optional.of(person.id()), values)));
    }

    private boolean lastAdmin(Person person) {
        return person.role() == Role.ADMIN
                && people.members().stream()
                        .filter(one -> one.role() == Role.ADMIN && !one.suspended())
                        .allMatch(one -> one.id().equals(person.id()));
    }
}
