package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;

/**
 * Tells what is due, by the ways that each person chose. Each notice is one transaction: that it was told, by which ways, and what it
 * became in their outboxes, are there together or not at all. docs/decisions tells more.
 */
@Service
public class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** How long a notice that cannot be told, by a mistake of ours, lets others go first. */
    private static final Duration AFTER_A_MISTAKE = Duration.ofMinutes(5);

    private final PostgresDue store;
    private final PostgresChoices choices;
    private final Map<Channel, Sender> senders;
    private final People people;
    private final Attendances attendances;
    private final Outage outage;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Delivery(
            PostgresDue store,
            PostgresChoices choices,
            List<Sender> senders,
            People people,
            Attendances attendances,
            Outage outage,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.choices = choices;
        this.senders = senders.stream().collect(Collectors.toUnmodifiableMap(Sender::channel, sender -> sender));
        this.people = people;
        this.attendances = attendances;
        this.outage = outage;
        this.transactions = transactions;
        this.time = time;
    }

    /** By which ways this installation can tell people at all. */
    public Set<Channel> channels() {
        return senders.keySet();
    }

    /** Until nothing is due. Any number of nodes may do so at once: each notice is told once. */
    public void round() {
        while (!Thread.currentThread().isInterrupted() && next()) {
            // One after the other.
        }
    }

    private boolean next() {
        var inHand = new AtomicReference<Optional<UUID>>(Optional.empty());
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> {
                Optional<Waiting> taken = store.take(time.instant());
                inHand.set(taken.map(Waiting::id));
                taken.ifPresent(this::tell);
                return taken.isPresent();
            }));
        } catch (RuntimeException e) {
            if (outage.causes(e) || inHand.get().isEmpty()) {
                throw e;
            }
            UUID notice = inHand.get().orElseThrow();
            LOG.error("Notice {} could not be told; it is tried again later", notice, e);
            store.postpone(notice, time.instant().plus(AFTER_A_MISTAKE));
            return true;
        }
    }

    private void tell(Waiting notice) {
        Instant now = time.instant();
        List<Person> named = people.namesOf(Stream.concat(Stream.of(notice.to()), Naming.ids(notice.values()))
                .collect(Collectors.toUnmodifiableSet()));
        Optional<Person> to = named.stream()
                .filter(person -> person.id().equals(notice.to()) && !person.suspended())
                .findFirst();
        boolean stands = to.isPresent() && now.isBefore(notice.until()) && stands(notice);
        if (stands) {
            var dispatch = new Dispatch(
                    notice.id(),
                    notice.kind(),
                    to.orElseThrow(),
                    Wording.inWords(
                            Naming.of(named).named(notice.values()),
                            to.orElseThrow().zone()),
                    notice.about(),
                    notice.link(),
                    notice.until());
            send(dispatch, now);
        }
        store.settle(notice.id(), !stands, now);
    }

    private void send(Dispatch dispatch, Instant now) {
        for (Channel channel : choices.of(dispatch.to().id()).wanted(dispatch.kind())) {
            Optional.ofNullable(senders.get(channel))
                    .filter(sender -> sender.reaches(dispatch.to()))
                    .filter(_ -> store.deliver(dispatch.notice(), channel, now))
                    .ifPresent(sender -> sender.send(dispatch));
        }
    }

    private boolean stands(Waiting notice) {
        return notice.about().isEmpty()
                || (store.standing(notice.about().get(), notice.to())
                                .filter(standing -> standing.bears(notice))
                                .isPresent()
                        && (notice.kind() != Kind.PARTNER_WAITING || missed(notice)));
    }

    /** Whether somebody is still there and the person is not. */
    private boolean missed(Waiting notice) {
        var interview = notice.about().orElseThrow();
        List<Attendance> here = attendances.of(Set.of(interview)).getOrDefault(interview, List.of());
        Set<PersonId> there = here.stream()
                .filter(one -> one.state() == Attendance.State.HERE)
                .map(Attendance::person)
                .collect(Collectors.toUnmodifiableSet());
        return !there.isEmpty() && !there.contains(notice.to());
    }
}
