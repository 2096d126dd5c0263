package org.threeshift.core.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Answers by mail what was put down by {@link EntryRequests}, apart from the request itself. */
@Service
public class EntryAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(EntryAnswers.class);

    private final PostgresEntryRequests requests;
    private final MailedLinks links;
    private final Registrations registrations;
    private final People people;
    private final Mails mails;
    private final TransactionOperations transactions;
    private final Outage outage;
    private final InstantSource time;

    EntryAnswers(
            PostgresEntryRequests requests,
            MailedLinks links,
            Registrations registrations,
            People people,
            Mails mails,
            TransactionOperations transactions,
            Outage outage,
            InstantSource time) {
        this.requests = requests;
        this.links = links;
        this.registrations = registrations;
        this.people = people;
        this.mails = mails;
        this.transactions = transactions;
        this.outage = outage;
        this.time = time;
    }

    /** Answers all that nobody has in hand. @return how many */
    public int answer() {
        int answered = 0;
        while (one()) {
            answered++;
        }
        return answered;
    }

    /** One that cannot be answered is let go: whoever asked asks again, and nobody behind it waits. */
    private boolean one() {
        var taken = new AtomicReference<Optional<EntryRequest>>(Optional.empty());
        try {
            transactions.executeWithoutResult(transaction -> {
                taken.set(requests.take());
                taken.get().ifPresent(this::answer);
            });
        } catch (RuntimeException e) {
            if (taken.get().isEmpty() || outage.causes(e)) {
                throw e;
            }
            EntryRequest request = taken.get().get();
            requests.drop(request.id());
            LOG.error("The request {} for a {} could not be answered", request.id(), request.kind(), e);
        }
        return taken.get().isPresent();
    }

    private void answer(EntryRequest request) {
        Optional<Person> owner = people.findByEmail(request.email());
        switch (request.kind()) {
            case SIGN_IN_LINK ->
                owner.filter(person -> !person.suspended())
                        .ifPresent(person -> link(
                                request,
                                person,
                                Topic.SIGN_IN_LINK,
                                "/sign-in/link/",
                                links.make(
                                        person.id(), MailedLinks.Purpose.SIGN_IN, request.detail(EntryRequests.NEXT))));
            case RESET ->
                owner.filter(person -> !person.suspended())
                        .ifPresent(person -> link(
                                request,
                                person,
                                Topic.RESET_PASSWORD,
                                "/forgot/",
                                links.make(person.id(), MailedLinks.Purpose.RESET, "")));
            case REGISTER -> {
                if (owner.isPresent()) {
                    knownAlready(request, owner.get());
                } else {
                    confirm(request, registrations.add(pending(request)));
                }
            }
            case RESEND -> {
                if (owner.isPresent()) {
                    knownAlready(request, owner.get());
                } else {
                    registrations.again(request.email(), browser(request)).ifPresent(token -> confirm(request, token));
                }
            }
        }
    }

    private void link(EntryRequest request, Person person, Topic topic, String path, Token token) {
        post(request, topic, Optional.of(person), Map.of("name", person.name(), "link", path + token.text()));
    }

    private void knownAlready(EntryRequest request, Person person) {
        String next = request.detail(EntryRequests.NEXT);
        String link = next.isEmpty() ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        post(request, Topic.ACCOUNT_THERE, Optional.of(person), Map.of("name", person.name(), "link", link));
    }

    private void confirm(EntryRequest request, Token token) {
        post(
                request,
                Topic.CONFIRM_REGISTRATION,
                Optional.empty(),
                Map.of("link", "/register/confirm/" + token.text()));
    }

    private void post(EntryRequest request, Topic topic, Optional<Person> person, Map<String, String> values) {
        mails.post(new Mail("entry:" + request.id(), topic, request.email(), person.map(Person::id), values));
    }

    private Pending pending(EntryRequest request) {
        Instant now = time.instant();
        return new Pending(
                request.email(),
                request.detail(EntryRequests.NAME),
                ZoneId.of(request.detail(EntryRequests.ZONE)),
                request.detail(EntryRequests.PASSWORD),
                browser(request),
                InviteId.parse(request.detail(EntryRequests.INVITE)),
                request.detail(EntryRequests.NEXT),
                now,
                now.plus(Registrations.LASTS));
    }

    private static Optional<String> browser(EntryRequest request) {
        return Optional.of(request.detail(EntryRequests.BROWSER)).filter(hash -> !hash.isEmpty());
    }
}
