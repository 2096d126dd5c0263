package org.threeshift.core.push;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.network.Reach;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * The devices on which people are told. A browser tells one person at a time: whoever signed in or allowed it last. Nobody sees or
 * removes anybody else's.
 */
@Service
public class PushDevices {
    /** Of one person. */
    public static final int MOST = 10;

    private static final int LONGEST_AGENT = 300;

    private final PostgresPushDevices store;
    private final PushKeys keys;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final Reach reach;

    @Autowired
    PushDevices(
            PostgresPushDevices store, PushKeys keys, Ids ids, TransactionOperations transactions, InstantSource time) {
        this(store, keys, ids, transactions, time, Reach.PUBLIC);
    }

    PushDevices(
            PostgresPushDevices store,
            PushKeys keys,
            Ids ids,
            TransactionOperations transactions,
            InstantSource time,
            Reach reach) {
        this.store = store;
        this.keys = keys;
        this.ids = ids;
        this.transactions = transactions;
        this.time = time;
        this.reach = reach;
    }

    /** What became of a wish to be told on a device. */
    public sealed interface Turned {
        record On(UUID device) implements Turned {}

        /** What came was not what a browser gives, or names a server to which nothing is ever sent. */
        record NoSubscription() implements Turned {}

        /** There are {@link PushDevices#MOST} already. */
        record TooMany() implements Turned {}

        /** A guest has no account, and an installation without its key tells nobody. */
        record NotHere() implements Turned {}
    }

    /** What a page gives to its browser; absent where nobody can be told. */
    public Optional<String> serverKey() {
        return keys.current().map(ServerKeys::text);
    }

    public List<PushDevice> of(Person person) {
        return store.of(person.id(), keys.kept().map(ServerKeys::open).orElseGet(() -> new byte[0]));
    }

    /**
     * Tells the person on this browser from now on, and nobody else.
     *
     * @param browser knows the browser again; what it had before goes
     * @param agent   what the browser says of itself; shown to the person alone
     */
    public Turned on(Person person, String endpoint, String key, String auth, Token browser, String agent) {
        Optional<ServerKeys> server = keys.current();
        if (person.guest() || server.isEmpty()) {
            return new Turned.NotHere();
        }
        Optional<Subscription> subscription = Subscription.of(endpoint, key, auth, reach);
        if (subscription.isEmpty()) {
            return new Turned.NoSubscription();
        }
        UUID id = ids.next();
        boolean added = Boolean.TRUE.equals(transactions.execute(_ -> {
            store.lock(person.id());
            store.removeBrowser(browser.hash());
            store.removeEndpoint(subscription.get().endpoint());
            return store.add(
                    id,
                    person.id(),
                    subscription.get(),
                    browser.hash(),
                    server.get().open(),
                    tidy(agent),
                    time.instant(),
                    MOST);
        }));
        return added ? new Turned.On(id) : new Turned.TooMany();
    }

    /** @return false when it is none of theirs */
    public boolean remove(Person person, UUID device) {
        return store.remove(person.id(), device);
    }

    /** Somebody signs in in this browser: nobody else is told there any more. */
    public void arrived(PersonId person, Token browser) {
        store.removeOthers(browser.hash(), person);
    }

    /** Somebody signed out in this browser. */
    public void left(PersonId person, byte[] browserHash) {
        store.removeBrowser(browserHash, person);
    }

    /** @param but the browser in which the person stays signed in, by its hash */
    public void leftAll(PersonId person, Optional<byte[]> but) {
        store.removeAll(person, but);
    }

    private static String tidy(String agent) {
        String printable = agent.replaceAll("[^\\x20-\\x7e]", "");
        return printable.substring(0, Math.min(LONGEST_AGENT, printable.length()));
    }
}
