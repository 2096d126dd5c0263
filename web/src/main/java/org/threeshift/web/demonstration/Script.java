package org.threeshift.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.web.demonstration.Booking.Ending;
import org.threeshift.web.demonstration.Cast.Profile;
import org.threeshift.web.demonstration.Draft.Mark;

/** Writes what is done in one interview after it was set up. The same material, people and now give the same script. */
final class Script {
    private final Material material;
    private final Bank bank;
    private final Map<String, PersonId> people;
    private final Timetable times;

    private final Booking booking;
    private final Instant start;
    private final Profile profile;
    private final int occasion;
    private final Dice dice;
    private final List<Draft> drafts;
    /** Sheets for training, which never count. */
    private final List<Draft> training;

    private final List<SelfRating> selfRatings = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** @param people who plays whom, by key */
    Script(
            Material material,
            Bank bank,
            Map<String, PersonId> people,
            Timetable times,
            Booking booking,
            Instant start) {
        this.material = material;
        this.bank = bank;
        this.people = people;
        this.times = times;
        this.booking = booking;
        this.start = start;
        this.profile = material.cast().profile(booking.candidate());
        this.occasion = material.before(booking).size();
        this.dice = Dice.of(material.cast().seed(), booking.id());
        this.drafts = drafts(booking.interviewers());
        this.training = drafts(booking.shadows().orElse(List.of()));
    }

    private List<Draft> drafts(List<String> keys) {
        return keys.stream()
                .map(key -> new Draft(person(key), material.cast().player(key).leniency()))
                .toList();
    }

    /** In the order of time. */
    List<Sent> write() {
        switch (booking.end()) {
            case SCHEDULED -> {}
            case CANCELLED ->
                line(
                        start.minus(Duration.ofHours(dice.between(4, 20))),
                        person(booking.host()),
                        new Command.Cancel(booking.reason().orElseThrow()));
            case NO_SHOW -> {
                join(person(booking.host()), Seat.INTERVIEWER);
                line(
                        start.plusSeconds(dice.between(720, 960)),
                        person(booking.host()),
                        new Command.ReportNoShow(Absent.CANDIDATE));
            }
            case LIVE, SHEET_OPEN, OTHER_SHEET_OPEN, SELF_SCORE_OPEN, READY, TALKING, PUBLISHED ->
                debrief(questions(enter()));
        }
        return lines.stream()
                .sorted(Comparator.comparing(Line::at))
                .filter(line -> booking.end() != Ending.LIVE || line.at().isBefore(times.now()))
                .map(line -> new Sent(dice.id(line.at()), new By(line.actor(), line.at()), line.command()))
                .toList();
    }

    /** @return when the interview starts */
    private Instant enter() {
        drafts.forEach(draft -> join(draft.interviewer(), Seat.INTERVIEWER));
        booking.watchers().forEach((key, seat) -> join(person(key), seat));
        join(person(booking.candidate()), Seat.CANDIDATE);
        Instant started = start.plusSeconds(dice.between(10, 90));
        line(started, person(booking.host()), new Command.Start());
        return started;
    }

    private void join(PersonId person, Seat seat) {
        line(start.minusSeconds(dice.between(20, 240)), person, new Command.Join(seat));
    }

    /** @return when the last question was closed */
    private Instant questions(Instant started) {
        Instant next = started.plusSeconds(dice.between(30, 60));
        List<String> ids = bank.round(booking.round()).orElseThrow().questions();
        for (int index = 0; index < ids.size(); index++) {
            Question question = bank.question(ids.get(index)).orElseThrow();
            int seconds = (int) (question.minutes() * 60 * dice.between(0.82, 1.06));
            scene(question, next, seconds, index % drafts.size());
            next = next.plusSeconds(seconds + dice.between(8, 25));
        }
        return next;
    }

    private void scene(Question question, Instant posed, int seconds, int leading) {
        Library.QuestionNotes notes = material.library().of(question.id());
        Answer answer = Answer.of(profile, occasion, question, notes, dice);
        var scene = new QuestionScene(question, answer, profile.slowness(), posed, seconds, dice);
        takeLead(drafts.get(leading).interviewer(), posed);
        scene.lead(drafts.get(leading).interviewer());
        IntStream.range(0, drafts.size())
                .forEach(
                        index -> scene.score(drafts.get(index), scribe(question.id(), notes, index), index == leading));
        IntStream.range(0, training.size())
                .forEach(index ->
                        scene.score(training.get(index), scribe(question.id(), notes, drafts.size() + index), false));
        lines.addAll(scene.lines());
        question.shifts()
                .forEach(shift -> selfRatings.add(new SelfRating(
                        question.id(),
                        shift,
                        Answer.level(answer.shown(shift) + profile.overrating(occasion) + dice.spread(0.35)))));
    }

    /** Just before, and only when somebody else leads: whoever asks the next question, or ends it, leads. */
    private void takeLead(PersonId person, Instant before) {
        PersonId leads = lines.stream()
                .filter(line -> line.command() instanceof Command.PassLead)
                .max(Comparator.comparing(Line::at))
                .map(Line::actor)
                .orElseGet(() -> person(booking.host()));
        if (!leads.equals(person)) {
            line(before.minusSeconds(2), person, new Command.PassLead(person));
        }
    }

    private Scribe scribe(String questionId, Library.QuestionNotes notes, int interviewer) {
        List<Booking> asked = material.before(booking).stream()
                .filter(earlier ->
                        bank.round(earlier.round()).orElseThrow().questions().contains(questionId))
                .toList();
        int facts = Dice.of(material.cast().seed(), "facts", booking.candidate(), questionId)
                .between(0, notes.facts().size() - 1);
        return new Scribe(
                material.cast().seed(),
                booking.candidate(),
                questionId,
                notes,
                notes.facts().get((facts + asked.size()) % notes.facts().size()),
                sheets(asked),
                interviewer,
                drafts.size() + training.size());
    }

    private static int sheets(List<Booking> bookings) {
        return bookings.stream()
                .mapToInt(booking -> booking.interviewers().size())
                .sum();
    }

    private void debrief(Instant closed) {
        Instant finished = closed.plusSeconds(dice.between(60, 150));
        takeLead(person(booking.host()), finished);
        line(finished, person(booking.host()), new Command.Finish());
        List<Instant> locked = IntStream.range(0, drafts.size())
                .mapToObj(index -> lock(index, finished))
                .toList();
        IntStream.range(0, training.size()).forEach(index -> lockForTraining(index, finished));
        Instant scored = finished.plusSeconds(talking() ? dice.between(180, 500) : dice.between(500, 2700));
        if (!booking.withoutSelfScore() && booking.end() != Ending.SELF_SCORE_OPEN) {
            line(scored, person(booking.candidate()), new Command.SelfScore(List.copyOf(selfRatings)));
        }
        if (talking()) {
            line(times.now().minusSeconds(70), person(booking.host()), new Command.OpenDebrief(false));
        }
        if (booking.end() == Ending.PUBLISHED) {
            publish(Stream.concat(locked.stream(), Stream.of(scored))
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
        }
    }

    private Instant lock(int interviewer, Instant finished) {
        Draft draft = drafts.get(interviewer);
        Instant at = finished.plusSeconds(talking() ? dice.between(150, 420) : dice.between(420, 2100));
        if (booking.leavesOpen(interviewer)) {
            forgetLastJudgement(draft.interviewer());
            return at;
        }
        if (amends(Booking.Change.What.LEVEL) && interviewer == 0) {
            slip();
        }
        Summary summary = summary(interviewer);
        String text = amends(Booking.Change.What.SUMMARY) && interviewer == 0
                ? summary.withoutPractice(draft)
                : summary.whole(draft);
        line(at, draft.interviewer(), new Command.LockSheet(draft.verdict(), text));
        return at;
    }

    private void lockForTraining(int shadow, Instant finished) {
        Draft draft = training.get(shadow);
        String text = summary(drafts.size() + shadow).whole(draft);
        Instant at = finished.plusSeconds(dice.between(420, 2100));
        line(at, draft.interviewer(), new Command.LockSheet(draft.verdict(), text));
    }

    private void forgetLastJudgement(PersonId interviewer) {
        lines.stream()
                .filter(line -> line.command() instanceof Command.JudgeTrap
                        && line.actor().equals(interviewer))
                .max(Comparator.comparing(Line::at))
                .ifPresent(lines::remove);
    }

    private Summary summary(int interviewer) {
        List<Booking> before = material.before(booking);
        return new Summary(
                material.phrases(),
                material.cast().seed(),
                booking.candidate(),
                material.cast().player(booking.candidate()).firstName(),
                sheets(before) + interviewer,
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(profile.level(occasion) - profile.level(occasion - 1)),
                bank.round(booking.round()).orElseThrow().questions().size() == 1);
    }

    private void publish(Instant ready) {
        PersonId host = person(booking.host());
        Instant published = booking.publishNextDay()
                ? times.nextMorning(
                        ready, material.cast().player(booking.host()).zone(), dice)
                : ready.plusSeconds(dice.between(240, 2400));
        booking.debrief()
                .ifPresentOrElse(
                        talk -> talk(published, talk),
                        () -> line(published, host, new Command.Publish(booking.withoutSelfScore())));
        booking.amend()
                .ifPresent(change -> line(
                        times.nextMorning(
                                published,
                                material.cast().player(booking.host()).zone(),
                                dice),
                        host,
                        new Command.Amend(amendment(change), change.reason())));
    }

    /** A quarter of an hour to a sentence that both sides confirm. */
    private void talk(Instant published, Booking.Talk talk) {
        PersonId host = person(booking.host());
        PersonId candidate = person(booking.candidate());
        Instant worded = published.plusSeconds(dice.between(600, 900));
        line(published, host, new Command.OpenDebrief(booking.withoutSelfScore()));
        line(worded, person(talk.by()), new Command.WordSentence(talk.sentence()));
        line(worded.plusSeconds(20), candidate, new Command.ConfirmSentence(1));
        line(worded.plusSeconds(35), host, new Command.ConfirmSentence(1));
    }

    private boolean talking() {
        return booking.end() == Ending.TALKING;
    }

    private boolean amends(Booking.Change.What what) {
        return booking.amend().filter(change -> change.what() == what).isPresent();
    }

    private Amendment amendment(Booking.Change change) {
        Draft draft = drafts.getFirst();
        return switch (change.what()) {
            case LEVEL -> {
                Mark meant = slipped();
                yield new Amendment.OfLevel(meant.question().id(), meant.shift(), meant.level());
            }
            case VERDICT -> new Amendment.OfVerdict(draft.otherVerdict());
            case SUMMARY -> new Amendment.OfSummary(summary(0).whole(draft));
        };
    }

    /** The host's level that goes onto the sheet one too low. */
    private Mark slipped() {
        return drafts.getFirst().marks().stream()
                .filter(mark -> mark.level().key() >= Level.THREE.key())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No level to amend in " + booking.id()));
    }

    /** Rates one level too low what will be amended: the notes fit the level that was meant. */
    private void slip() {
        Mark meant = slipped();
        var right = new Command.Rate(meant.question().id(), meant.shift(), meant.level());
        var wrong = new Command.Rate(
                meant.question().id(), meant.shift(), Level.ofKey(meant.level().key() - 1));
        PersonId host = drafts.getFirst().interviewer();
        lines.replaceAll(line ->
                line.actor().equals(host) && line.command().equals(right) ? new Line(line.at(), host, wrong) : line);
    }

    private PersonId person(String key) {
        return Optional.ofNullable(people.get(key)).orElseThrow();
    }

    private void line(Instant at, PersonId actor, Command command) {
        lines.add(new Line(at, actor, command));
    }
}
