package org.threeshift.core.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/**
 * Who comes by way of a provider. An account and an identity are linked once the provider has confirmed the account's own
 * address <em>and</em> whoever owns the account has agreed from inside it or by its mail.
 */
@Service
public class ProviderLinks {
    public static final Duration OFFER_LASTS = Duration.ofHours(1);

    /** What becomes of somebody whom a provider sends. */
    public sealed interface Arrival {
        /** Linked before: they are in. */
        record Known(Person person) implements Arrival {}

        /** They were signed in, and the two are linked now. */
        record Linked() implements Arrival {}

        /** The account of that address does not know the provider. A link was mailed to it; signing in does as well. */
        record Offered(UUID offer) implements Arrival {}

        /** They have an account now. */
        record Registered(Person person) implements Arrival {}

        record Refused(Why why) implements Arrival {}
    }

    public enum Why {
        /** The provider has not confirmed the address, or tells none. */
        ADDRESS_NOT_CONFIRMED,
        /** The account that they are signed in to has another address. */
        OTHER_ADDRESS,
        /** The identity belongs to another account. */
        ANOTHERS,
        /** The account is linked to another identity of the same provider. */
        ANOTHER_IDENTITY,
        /** Nobody has the address, and not everybody may register. */
        NO_ACCOUNT
    }

    private final ProviderLinkStore store;
    private final People people;
    private final ZoneQuestions zones;
    private final Settings settings;
    private final Consents consents;
    private final Trail trail;
    private final KeyNews news;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;
    private final RandomGenerator chance;

    ProviderLinks(
            ProviderLinkStore store,
            People people,
            ZoneQuestions zones,
            Settings settings,
            Consents consents,
            Trail trail,
            KeyNews news,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.people = people;
        this.zones = zones;
        this.settings = settings;
        this.consents = consents;
        this.trail = trail;
        this.news = news;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
        this.chance = chance;
    }

    /**
     * @param signedIn whose browser it is
     * @param label    what people call the provider
     * @param zone     of somebody new
     */
    public Arrival arrive(Identity identity, Optional<Person> signedIn, String label, ZoneId zone) {
        Optional<PersonId> owner = store.personOf(identity.provider(), identity.subject());
        if (owner.isPresent()) {
            boolean anothers =
                    signedIn.filter(person -> !owner.get().equals(person.id())).isPresent();
            return anothers ? refused(Why.ANOTHERS) : known(identity, owner.get());
        }
        if (!identity.confirmed() || identity.email().isBlank()) {
            return refused(Why.ADDRESS_NOT_CONFIRMED);
        }
        if (signedIn.isPresent()) {
            return linkFromInside(identity, signedIn.get(), label);
        }
        return people.findByEmail(identity.email())
                .map(person -> offer(identity, person, label))
                .orElseGet(() -> register(identity, label, zone));
    }

    public List<ProviderLink> of(PersonId person) {
        return store.of(person);
    }

    /** @return false for a provider that the person is not linked to */
    public boolean remove(Person person, String provider, String label) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean removed = store.remove(person.id(), provider);
            if (removed) {
                noted(Deed.PROVIDER_UNLINKED, person, provider);
                news.tell(person, Topic.PROVIDER_UNLINKED, Map.of("provider", label));
            }
            return removed;
        }));
    }

    /** The provider of an offer that is open to whoever is signed in. */
    public Optional<String> offered(Person person, UUID offer) {
        return store.offer(offer, person.id(), time.instant()).map(ProviderLinkStore.Offer::provider);
    }

    /** Agrees from inside the account. @return false for an offer that is over or another's */
    public boolean accept(Person person, UUID offer, String label) {
        return store.offer(offer, person.id(), time.instant())
                .filter(open -> owns(person, open))
                .filter(open -> take(person, open, label))
                .isPresent();
    }

    /** The provider of an offer that was mailed. */
    public Optional<String> offered(Token token) {
        return store.offer(token.hash(), time.instant()).map(ProviderLinkStore.Offer::provider);
    }

    /** Agrees by mail. @return who is in; absent for an offer that is over */
    public Optional<Person> accept(Token token, String label) {
        Optional<ProviderLinkStore.Offer> offer = store.offer(token.hash(), time.instant());
        return offer.flatMap(open -> people.present(open.person()))
                .filter(person -> owns(person, offer.get()))
                .filter(person -> take(person, offer.get(), label));
    }

    private Arrival known(Identity identity, PersonId owner) {
        store.used(identity.provider(), identity.subject(), time.instant());
        return people.present(owner).<Arrival>map(Arrival.Known::new).orElseGet(() -> refused(Why.NO_ACCOUNT));
    }

    private Arrival linkFromInside(Identity identity, Person person, String label) {
        if (!sameAddress(person, identity.email())) {
            return refused(Why.OTHER_ADDRESS);
        }
        return link(identity.provider(), identity.subject(), person, label)
                ? new Arrival.Linked()
                : refused(Why.ANOTHER_IDENTITY);
    }

    private Arrival offer(Identity identity, Person person, String label) {
        if (store.of(person.id()).stream().anyMatch(link -> link.provider().equals(identity.provider()))) {
            return refused(Why.ANOTHER_IDENTITY);
        }
        Instant now = time.instant();
        UUID id = ids.next();
        Token token = Token.fresh(chance);
        transactions.executeWithoutResult(transaction -> {
            store.putOffer(
                    new ProviderLinkStore.Offer(
                            id,
                            identity.provider(),
                            identity.subject(),
                            person.id(),
                            identity.email(),
                            now,
                            now.plus(OFFER_LASTS)),
                    token.hash());
            news.tell(
                    person, Topic.PROVIDER_OFFER, Map.of("provider", label, "link", "/sign-in/agree/" + token.text()));
        });
        return new Arrival.Offered(id);
    }

    private Arrival register(Identity identity, String label, ZoneId zone) {
        if (settings.current().registration() != Registration.OPEN) {
            return refused(Why.NO_ACCOUNT);
        }
        String name = identity.name().isBlank() ? identity.email().split("@", 2)[0] : identity.name();
        Person made = transactions.execute(transaction -> {
            if (people.enrol(name, identity.email(), zone.getId(), Role.MEMBER) instanceof Outcome.Done(var person)
                    && link(identity.provider(), identity.subject(), person, label)) {
                trail.add(
                        Deed.ACCOUNT_MADE,
                        Optional.of(person.id()),
                        Optional.of(person.id()),
                        Map.of("way", "provider", "role", person.role().name()));
                // The page says so beside the provider's button.
                consents.agree(person.id(), Subject.ACCOUNT);
                zones.ask(person.id());
                return person;
            }
            transaction.setRollbackOnly();
            return null;
        });
        return made == null ? refused(Why.NO_ACCOUNT) : new Arrival.Registered(made);
    }

    private boolean take(Person person, ProviderLinkStore.Offer offer, String label) {
        return Boolean.TRUE.equals(transactions.execute(
                transaction -> store.endOffer(offer.id()) && link(offer.provider(), offer.subject(), person, label)));
    }

    private boolean link(String provider, String subject, Person person, String label) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean added = store.add(new ProviderLink(
                    provider, subject, person.id(), person.email().orElse(""), time.instant(), Optional.empty()));
            if (added) {
                noted(Deed.PROVIDER_LINKED, person, provider);
                news.tell(person, Topic.PROVIDER_LINKED, Map.of("provider", label));
            }
            return added;
        }));
    }

    /** The account may have got another address since the offer was made. */
    private static boolean owns(Person person, ProviderLinkStore.Offer offer) {
        return sameAddress(person, offer.email());
    }

    private static boolean sameAddress(Person person, String email) {
        return person.email().filter(own -> own.equalsIgnoreCase(email.strip())).isPresent();
    }

    private void noted(Deed deed, Person person, String provider) {
        trail.add(deed, Optional.of(person.id()), Optional.of(person.id()), Map.of("provider", provider));
    }

    private static Arrival refused(Why why) {
        return new Arrival.Refused(why);
    }
}
