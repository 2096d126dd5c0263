package org.threeshift.core.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.threeshift.core.calendar.CalendarInvites.Occasion;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.InterviewDate;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Everybody's private address for calendars: whoever has it reads their interviews, what else they have promised to come to, and nothing more, until it is taken back. */
@Service
public class Feeds {
    /** Of more, the latest. */
    static final int MOST = 1_000;

    private final PostgresFeeds store;
    private final InterviewDates dates;
    private final Entries entries;
    private final List<Occasions> occasions;
    private final People people;
    private final Optional<Whereabouts> whereabouts;
    private final InstantSource time;
    private final RandomGenerator chance;

    Feeds(
            PostgresFeeds store,
            InterviewDates dates,
            Entries entries,
            ObjectProvider<Occasions> occasions,
            People people,
            Optional<Whereabouts> whereabouts,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.dates = dates;
        this.entries = entries;
        this.occasions = occasions.orderedStream().toList();
        this.people = people;
        this.whereabouts = whereabouts;
        this.time = time;
        this.chance = chance;
    }

    public Optional<Feed> of(Person person) {
        return store.of(person.id());
    }

    /**
     * A new address, in place of one that there may be.
     *
     * @param instead when the one was made that is to be replaced; absent for none. Sending the same form again thus ends no address that
     *                was made by it
     * @return absent where there is another than that, and for guests, who have no account that keeps it
     */
    public Optional<Token> renew(Person person, Optional<Instant> instead) {
        if (person.guest() || !of(person).map(Feed::madeAt).equals(instead)) {
            return Optional.empty();
        }
        Token token = Token.fresh(chance);
        store.put(person.id(), token.hash(), time.instant());
        return Optional.of(token);
    }

    /** @return false when there was none */
    public boolean revoke(Person person) {
        return store.remove(person.id());
    }

    /** What whoever has the address reads. Absent for any other address, and while its owner cannot come in. */
    public Optional<String> read(Token token) {
        Optional<PersonId> owner =
                store.whose(token.hash()).filter(id -> people.present(id).isPresent());
        owner.ifPresent(person -> store.read(person, time.instant()));
        return owner.map(this::text);
    }

    private String text(PersonId person) {
        List<InterviewDate> all = dates.of(person, Instant.EPOCH, MOST);
        List<InterviewDate> standing =
                all.stream().filter(date -> !date.calledOff()).toList();
        List<Occasion> others =
                occasions.stream().flatMap(source -> source.of(person).stream()).toList();
        Stream<Entry> entriesOfOthers = others.stream()
                .filter(other -> !other.calledOff())
                .map(other -> entries.entry(Optional.empty(), other));
        String sender = whereabouts.orElse(Whereabouts.NOWHERE).sender();
        return new CalendarFile(sender, Times.UTC)
                .feed(
                        ImmutableMethod.PUBLISH,
                        Words.sentence("feed.name"),
                        Stream.concat(entries.of(person, standing).stream(), entriesOfOthers)
                                .toList());
    }
}
