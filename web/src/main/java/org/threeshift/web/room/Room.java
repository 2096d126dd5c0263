package org.threeshift.web.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.Stopwatch;
import org.threeshift.core.people.Person;
import org.threeshift.core.preparation.CandidatesCard;
import org.threeshift.web.exchange.ExchangeCard;
import org.threeshift.web.host.Seats;

/**
 * A candidate's room at one moment.
 *
 * @param interviewers by name, the host first
 * @param seats        everybody on the interviewers' side, whoever only shadows or observes too
 * @param form         the candidate's own levels, as far as entered
 * @param problem      a sentence about what the candidate wanted last and did not get; empty otherwise
 * @param exchange     the exchange of which this is a half
 * @param talk         the debrief, once there is one
 * @param preparation  what helps the candidate to prepare, while joining is not open
 * @param goesFirst    whether whoever was stood up comes first in the waiting room
 * @param present      whether an interviewer has the interview open at this moment, whether or not they have entered
 * @param ofPair       whether it was called off, and another partner is to be had where this one came from
 */
public record Room(
        CandidateView view,
        Stage stage,
        Person candidate,
        List<Person> interviewers,
        Seats seats,
        Instant now,
        SelfScoreForm form,
        String problem,
        Optional<ExchangeCard> exchange,
        Optional<TalkCard> talk,
        Optional<CandidatesCard> preparation,
        boolean goesFirst,
        boolean present,
        boolean ofPair) {
    public Room {
        interviewers = List.copyOf(interviewers);
    }

    Room with(SelfScoreForm other) {
        return new Room(
                view,
                stage,
                candidate,
                interviewers,
                seats,
                now,
                other,
                problem,
                exchange,
                talk,
                preparation,
                goesFirst,
                present,
                ofPair);
    }

    Room with(String sentence) {
        return new Room(
                view,
                stage,
                candidate,
                interviewers,
                seats,
                now,
                form,
                sentence,
                exchange,
                talk,
                preparation,
                goesFirst,
                present,
                ofPair);
    }

    /** With a wording that was refused; where there is no debrief to show it in, the page says it at its top. */
    Room with(String wording, String sentence) {
        return talk.filter(card -> stage == Stage.DEBRIEF && card.topic().isEmpty())
                .map(card -> new Room(
                        view,
                        stage,
                        candidate,
                        interviewers,
                        seats,
                        now,
                        form,
                        problem,
                        exchange,
                        Optional.of(card.with(wording, sentence)),
                        preparation,
                        goesFirst,
                        present,
                        ofPair))
                .orElseGet(() -> with(sentence));
    }

    public String path() {
        return "/room/" + view.id();
    }

    /** Where the page's script gets the stage anew. */
    public String stagePath() {
        return path() + "/stage"
                + (stage == Stage.SCORE_YOURSELF && view.selfScore().isPresent() ? "?change=true" : "");
    }

    /** What the stage looks like now: it changes when, and only when, the candidate sees something else. */
    public String version() {
        return StageVersion.of(
                view,
                present,
                exchange.map(ExchangeCard::version).orElse("")
                        + talk.map(card -> card.debrief().toString()).orElse(""),
                now);
    }

    private boolean live() {
        return stage == Stage.QUESTION || stage == Stage.BETWEEN;
    }

    /** The names as in "Dana Okafor and Luis Ferreira". */
    public String interviewerNames(String and) {
        List<String> names = interviewers.stream().map(Person::name).toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " " + and + " " + names.getLast();
    }

    /** Who called it off; absent where nobody in particular did. */
    public Optional<Person> calledOffBy() {
        return view.cancelledBy()
                .flatMap(by -> Stream.concat(interviewers.stream(), Stream.of(candidate))
                        .filter(person -> person.id().equals(by))
                        .findFirst());
    }

    /** Whether the candidate waits for somebody who did not come, and is put together with somebody else first. */
    public boolean comesFirst() {
        return stage == Stage.STOOD_UP && goesFirst;
    }

    /** Whether people meet at a link of the host's own, and there is something to meet for. */
    public boolean meets() {
        return view.meetingLink().isPresent()
                && stage != Stage.PREPARING
                && stage != Stage.CANCELLED
                && stage != Stage.MISSED
                && stage != Stage.STOOD_UP;
    }

    public boolean panel() {
        return interviewers.size() > 1;
    }

    /** The posed questions but the open one, the latest first. */
    public List<PosedQuestion> earlier() {
        return view.posed().reversed().stream()
                .filter(question -> !question.onTable())
                .toList();
    }

    public Duration planned() {
        return Duration.ofMinutes(view.minutes());
    }

    /** Since the start, without pauses; zero before it. */
    public Duration elapsed() {
        return view.clock().map(clock -> clock.at(now)).orElse(Duration.ZERO);
    }

    /** Whether the interviewers have stopped all clocks. */
    public boolean paused() {
        return live() && view.clock().filter(clock -> clock.since().isEmpty()).isPresent();
    }

    /** On the table so far, the running stretch included. */
    public Duration spentOn(PosedQuestion question) {
        return new Stopwatch(question.spent(), question.since()).at(now);
    }

    /** When joining opens. */
    public Instant opens() {
        return Arrival.opens(view.startsAt());
    }

    /** Whether whoever is there is told who of the other side is missing now: they have not come, or have gone again. */
    public boolean late() {
        return stage == Stage.LOBBY
                && !(view.interviewerHere() && present)
                && arrival().late();
    }

    /** The end of the text keys that say who has come, and is here. */
    public String company() {
        if (late()) {
            return view.interviewerHere() ? "gone" : mayReportNoShow() ? "overdue" : "late";
        }
        return !view.interviewerHere() ? "in" : present ? "both" : "came";
    }

    /** From when on the one who waits can report it. */
    public Instant overdue() {
        return view.startsAt().plus(Limits.NO_SHOW_AFTER);
    }

    public boolean mayReportNoShow() {
        return stage == Stage.LOBBY && !view.interviewerHere() && arrival() == Arrival.OVERDUE;
    }

    private Arrival arrival() {
        return Arrival.at(view.startsAt(), now);
    }

    /** Whether this is a half of an exchange that takes from the other half's time now. */
    public boolean overtime() {
        return exchange.filter(card -> card.overtime(view.id())).isPresent();
    }

    /** When the stage changes by the clock alone; absent when it does not. */
    public Optional<Instant> changesAt() {
        if (live() && exchange.isPresent() && !overtime()) {
            return Optional.of(now.plus(planned().minus(elapsed())));
        }
        return stage == Stage.PREPARING || stage == Stage.LOBBY
                ? Arrival.changes(view.startsAt(), now)
                : Optional.empty();
    }
}
