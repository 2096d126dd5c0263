package org.threeshift.core.interview;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Round;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.Invitation.Bound;
import org.threeshift.core.people.Invitation.Opened;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Setting up an interview, inviting a candidate to it, and taking the candidate's chair with an invitation. */
@Service
public class Hosting {
    /** How long after the agreed time an invitation still opens the interview. */
    static final Duration INVITATION_OUTLIVES_START = Duration.ofDays(7);

    private final Interviews interviews;
    private final InterviewLog log;
    private final Banks banks;
    private final Invitations invitations;
    private final People people;
    private final YetToBeAsked yetToBeAsked;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionOperations transactions;
    private final Optional<Timekeeping> timekeeping;
    private final Optional<Invitees> invitees;

    @Autowired
    Hosting(
            Interviews interviews,
            InterviewLog log,
            Banks banks,
            Invitations invitations,
            People people,
            YetToBeAsked yetToBeAsked,
            Ids ids,
            InstantSource time,
            TransactionOperations transactions,
            Optional<Timekeeping> timekeeping,
            Optional<Invitees> invitees) {
        this.interviews = interviews;
        this.log = log;
        this.banks = banks;
        this.invitations = invitations;
        this.people = people;
        this.yetToBeAsked = yetToBeAsked;
        this.ids = ids;
        this.time = time;
        this.transactions = transactions;
        this.timekeeping = timekeeping;
        this.invitees = invitees;
    }

    /** Where nobody has appointments and nobody is written to, for tests. */
    Hosting(
            Interviews interviews,
            InterviewLog log,
            Banks banks,
            Invitations invitations,
            People people,
            YetToBeAsked yetToBeAsked,
            Ids ids,
            InstantSource time) {
        this(
                interviews,
                log,
                banks,
                invitations,
                people,
                yetToBeAsked,
                ids,
                time,
                TransactionOperations.withoutTransaction(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whom the host wants to interview. */
    public sealed interface Candidate {
        record Member(PersonId person) implements Candidate {}

        /** Somebody by e-mail address: the member with that address, or else whoever opens the link that is made. */
        record ByEmail(String email) implements Candidate {}

        /** @param label how the host calls them */
        record ByLink(String label) implements Candidate {}
    }

    /**
     * What a host has chosen.
     *
     * @param interview the id to be, chosen when the form was opened: sending the form twice makes one interview
     * @param others    the interviewers beside the host
     * @param startsAt  absent for now
     * @param watchers  shadows and observers
     * @param meetingLink https, where the call takes place; absent for the call that is built in
     */
    public record Plan(
            InterviewId interview,
            Kind kind,
            String bankId,
            String roundId,
            Candidate candidate,
            Set<PersonId> others,
            Optional<Instant> startsAt,
            ZoneId zone,
            Map<PersonId, Seat> watchers,
            Optional<URI> meetingLink) {
        public Plan {
            others = Set.copyOf(others);
            watchers = Map.copyOf(watchers);
        }

        /** Without anybody who only watches or learns, and with the call that is built in. */
        public Plan(
                InterviewId interview,
                Kind kind,
                String bankId,
                String roundId,
                Candidate candidate,
                Set<PersonId> others,
                Optional<Instant> startsAt,
                ZoneId zone) {
            this(interview, kind, bankId, roundId, candidate, others, startsAt, zone, Map.of(), Optional.empty());
        }
    }

    /** What came of hosting. */
    public sealed interface Hosted {
        /** @param invitation the secret of the link for the candidate; absent when the candidate is a member */
        record Done(InterviewId interview, Optional<Token> invitation) implements Hosted {}

        record Refused(Refusal refusal) implements Hosted {}
    }

    /** What came of opening an invitation. */
    public sealed interface Joining {
        record Joined(InterviewId interview) implements Joining {}

        record Refused(Refusal refusal) implements Joining {}

        record Expired() implements Joining {}

        record Unknown() implements Joining {}
    }

    /**
     * What somebody who holds a link may know before they join.
     *
     * @param usedBy who has the chair, by this link or another
     */
    public record Invited(
            InterviewId interview,
            Phase phase,
            String label,
            PersonId host,
            String roundTitle,
            int minutes,
            Instant startsAt,
            Optional<PersonId> usedBy) {}

    /**
     * Sets an interview up, and takes the time of everybody whom it puts in a chair. Coach-led ones are hosted by coaches only, and
     * nobody is put in a chair during an appointment of theirs.
     */
    public Hosted host(Plan plan, Person host) {
        int minutes = banks.newest(plan.bankId())
                .flatMap(bank -> bank.round(plan.roundId()))
                .map(Round::minutes)
                .orElse(0);
        return betweenAppointments(
                plan, Duration.ofMinutes(minutes), host, () -> host(plan, host, time.instant()), Hosted.Refused::new);
    }

    /**
     * Does what sets something up by hand, with the time of those who are to sit in its chairs. Where one of them has an appointment in
     * its length, nothing is done; and where it is not set up after all, nothing was taken. Who only watches gives no time.
     *
     * @param busy what to answer where somebody cannot
     */
    public <T> T betweenAppointments(
            Plan plan, Duration length, Person host, Supplier<T> setUp, Function<Refusal, T> busy) {
        if (timekeeping.isEmpty()) {
            return setUp.get();
        }
        Timekeeping keeper = timekeeping.get();
        Set<PersonId> seated = new HashSet<>(plan.others());
        seated.add(host.id());
        member(plan.candidate()).map(Person::id).ifPresent(seated::add);
        var planned = new Timekeeping.Planned(
                plan.interview(), host.id(), seated, plan.startsAt().orElseGet(time::instant), length, plan.zone());
        return Objects.requireNonNull(transactions.execute(_ -> {
            Optional<Refusal> refusal = keeper.take(planned);
            if (refusal.isPresent()) {
                return busy.apply(refusal.get());
            }
            T answer = setUp.get();
            if (log.read(plan.interview(), 0).isEmpty()) {
                keeper.release(plan.interview());
            }
            return answer;
        }));
    }

    /** There will be no second half of an exchange: whatever it would have taken is free once the first is over. */
    public void endsWithFirst(InterviewId first) {
        timekeeping.ifPresent(keeper -> transactions.executeWithoutResult(_ -> {
            keeper.hold(first, Set.of());
            if (Evolve.fold(log.read(first, 0)) instanceof Known known) {
                keeper.endsWithFirst(first, known);
            }
        }));
    }

    /**
     * As above, at a stated moment and whatever appointments there are, without taking any: for those who have taken one for it, and for
     * demonstrations and imports, which tell of the past.
     */
    public Hosted host(Plan plan, Person host, Instant now) {
        if (plan.kind() == Kind.COACH_LED && host.role() != Role.COACH) {
            return refused(Code.ONLY_COACH_LEADS);
        }
        Optional<Bank> bank = banks.newest(plan.bankId());
        Optional<Round> round = bank.flatMap(found -> found.round(plan.roundId()));
        if (bank.isEmpty() || round.isEmpty()) {
            return refused(Code.ROUND_UNKNOWN);
        }
        return mayHost(host, bank.get(), round.get(), now)
                .<Hosted>map(Hosted.Refused::new)
                .orElseGet(() -> host(plan, bank.get(), round.get(), host, now));
    }

    /** Why somebody may not host an interview on a round: they are to be asked its questions themselves. Absent when they may. */
    public Optional<Refusal> mayHost(Person host, Bank bank, Round round, Instant now) {
        return yetToBeAsked.refusal(host, bank.id(), round.questions(), now);
    }

    /** What somebody must not ask anybody, by bank: they are to be asked it themselves. Two queries, however many banks there are. */
    public Map<String, Set<String>> yetToBeAsked(Person host, Instant now) {
        return yetToBeAsked.of(host, now);
    }

    /** Another round, timed by the caller, for whoever leads an interview that is yet to begin. */
    public Outcome chooseRound(InterviewId interview, UUID commandId, By by, Bank bank, Round round) {
        return people.find(by.actor())
                .flatMap(lead -> mayHost(lead, bank, round, by.at()))
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> interviews.send(
                        interview, new Sent(commandId, by, new Command.ChooseRound(agenda(bank, round)))));
    }

    /**
     * As above, on a round that the caller has put together or timed anew from a bank's questions, and for a host of whom the
     * caller knows that they may.
     */
    public Hosted host(Plan plan, Bank bank, Round round, Person host, Instant now) {
        Set<PersonId> asked = new HashSet<>(plan.others());
        asked.addAll(plan.watchers().keySet());
        if (people.namesOf(asked).size() < asked.size()) {
            return refused(Code.PERSON_UNKNOWN);
        }
        Optional<Person> member = member(plan.candidate());
        Set<PersonId> interviewers = new HashSet<>(plan.others());
        interviewers.add(host.id());
        var schedule = new Command.Schedule(
                plan.kind(),
                interviewers,
                member.map(Person::id),
                member.map(Person::name).orElseGet(() -> label(plan.candidate())),
                agenda(bank, round),
                plan.startsAt().orElse(now),
                plan.zone(),
                plan.watchers(),
                plan.meetingLink());
        var sent = new Sent(plan.interview().value(), new By(host.id(), now), schedule);
        return switch (interviews.send(plan.interview(), sent)) {
            case Outcome.Refused(var refusal) -> new Hosted.Refused(refusal);
            case Outcome.Done _ when member.isPresent() -> new Hosted.Done(plan.interview(), Optional.empty());
            case Outcome.Done done -> new Hosted.Done(plan.interview(), Optional.of(newLink(plan, done, host, now)));
        };
    }

    /** A fresh link for an interview whose candidate has not joined yet. Host only. */
    public Hosted invite(InterviewId interview, Person host) {
        if (!(Evolve.fold(log.read(interview, 0)) instanceof Known known)
                || !known.setup().sitsAtConsole(host.id())) {
            return refused(Code.NOT_FOUND);
        }
        Setup setup = known.setup();
        if (!setup.host().equals(host.id())) {
            return refused(Code.ONLY_HOST);
        }
        if (setup.candidate().isPresent()) {
            return refused(Code.CHAIR_TAKEN);
        }
        if (!(known instanceof Interview.Scheduled || known instanceof Interview.Live)) {
            return refused(Code.OVER);
        }
        Token token = invitations.create(
                interview.value(), setup.invitee(), host.id(), expiry(setup.startsAt(), time.instant()));
        return new Hosted.Done(interview, Optional.of(token));
    }

    /**
     * Sends a command about an interview's plan. When that moves the interview, links to it stay open as long after it. Seats
     * are for people who are known here, with an account.
     */
    public Outcome send(InterviewId interview, Sent sent) {
        if (sent.command() instanceof Command.GiveSeat(var person, var _)
                && people.find(person).filter(known -> !known.guest()).isEmpty()) {
            return new Outcome.Refused(Refusal.of(Code.PERSON_UNKNOWN));
        }
        Outcome outcome = interviews.send(interview, sent);
        if (outcome instanceof Outcome.Done
                && sent.command() instanceof Command.Reschedule(var startsAt, var _, var _)) {
            invitations.extend(interview.value(), expiry(startsAt, time.instant()));
        }
        return outcome;
    }

    /**
     * Moves an interview for its host or its candidate, by rules that stand elsewhere: those by which it was booked, or by which
     * two were brought together. The caller has checked that they let this person.
     */
    public Outcome moveAsAgreed(InterviewId interview, UUID commandId, By by, Command.MoveAsAgreed move) {
        Outcome outcome = interviews.sendAsAgreed(interview, new Sent(commandId, by, move));
        if (outcome instanceof Outcome.Done) {
            invitations.extend(interview.value(), expiry(move.startsAt(), time.instant()));
        }
        return outcome;
    }

    /** Why not even its host moves an interview by hand, and where its hour is changed instead; absent where the host decides. */
    public Optional<Refusal> hourIsAgreedOn(InterviewId interview) {
        return timekeeping.flatMap(keeper -> keeper.agreement(interview)).map(Refusal::of);
    }

    /** Calls an interview off in the same way. */
    public Outcome callOffAsAgreed(InterviewId interview, UUID commandId, By by, String reason) {
        return interviews.sendAsAgreed(interview, new Sent(commandId, by, new Command.CallOffAsAgreed(reason)));
    }

    /** What a link opens, absent when it is unknown or expired. */
    public Optional<Invited> open(Token token) {
        return invitations.open(token) instanceof Opened.Valid(var invitation)
                        && Evolve.fold(log.read(new InterviewId(invitation.interviewId()), 0)) instanceof Known known
                ? Optional.of(new Invited(
                        new InterviewId(invitation.interviewId()),
                        Phase.of(known),
                        invitation.label(),
                        known.setup().host(),
                        known.setup().agenda().title(),
                        known.setup().agenda().minutes(),
                        known.setup().startsAt(),
                        invitation.usedBy().or(known.setup()::candidate)))
                : Optional.empty();
    }

    /** Seats somebody who holds a link. The first to come keeps the chair; the same person may come again. */
    public Joining join(Token token, PersonId person) {
        if (!(invitations.open(token) instanceof Opened.Valid(var offered))) {
            return invitations.open(token) instanceof Opened.Expired ? new Joining.Expired() : new Joining.Unknown();
        }
        var interview = new InterviewId(offered.interviewId());
        if (Evolve.fold(log.read(interview, 0)) instanceof Known known
                && known.setup().sitsAtConsole(person)) {
            return new Joining.Refused(Refusal.of(Code.CANDIDATE_IS_INTERVIEWER));
        }
        return switch (invitations.bind(token, person)) {
            case Bound.Expired() -> new Joining.Expired();
            case Bound.Unknown() -> new Joining.Unknown();
            case Bound.SomebodyElses() -> new Joining.Refused(Refusal.of(Code.CHAIR_TAKEN));
            case Bound.Yours _ -> {
                var sent = new Sent(ids.next(), new By(person, time.instant()), new Command.Join(Seat.CANDIDATE));
                yield switch (interviews.joinInvited(interview, sent)) {
                    case Outcome.Done _ -> new Joining.Joined(interview);
                    // Whoever opens their link again before the time finds their own chair.
                    case Outcome.Refused(var refusal)
                    when refusal.code() == Code.TOO_EARLY_TO_JOIN -> new Joining.Joined(interview);
                    case Outcome.Refused(var refusal) -> new Joining.Refused(refusal);
                };
            }
        };
    }

    private Optional<Person> member(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Member(var person) -> people.find(person);
            case Candidate.ByEmail(var email) -> people.findByEmail(email);
            case Candidate.ByLink _ -> Optional.empty();
        };
    }

    private static String label(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Member _ -> "";
            case Candidate.ByEmail(var email) -> email.strip();
            case Candidate.ByLink(var label) -> label.strip();
        };
    }

    /** Labelled as the log keeps the invitee. */
    private Token newLink(Plan plan, Outcome.Done done, Person host, Instant now) {
        String label = done.state() instanceof Known known ? known.setup().invitee() : label(plan.candidate());
        return Objects.requireNonNull(transactions.execute(_ -> {
            Token link = invitations.create(
                    plan.interview().value(),
                    label,
                    host.id(),
                    expiry(plan.startsAt().orElse(now), now));
            if (plan.candidate() instanceof Candidate.ByEmail(var address)) {
                invitees.ifPresent(all -> all.invited(plan.interview(), address.strip()));
            }
            return link;
        }));
    }

    static Instant expiry(Instant startsAt, Instant now) {
        return (startsAt.isAfter(now) ? startsAt : now).plus(INVITATION_OUTLIVES_START);
    }

    private static Agenda agenda(Bank bank, Round round) {
        List<AgendaItem> items = round.questions().stream()
                .map(id -> AgendaItems.of(bank.question(id).orElseThrow()))
                .toList();
        return new Agenda(bank.id(), bank.version(), round.id(), round.title(), round.minutes(), items);
    }

    private static Hosted refused(Code code) {
        return new Hosted.Refused(Refusal.of(code));
    }
}
