package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.AgendaItems;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.PersonId;

/** What is asked when, for whoever leads. */
final class CoursePresenter {
    /** How long the bank's questions are waited for. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(1);

    /** How long the question whether to end the interview stands. */
    static final Duration END_STANDS = Duration.ofSeconds(5);

    private final ConsolePresenter console;
    private final InterviewViews views;
    private Optional<List<Question>> offered = Optional.empty();
    /** When it was asked whether the interview is to end. */
    private Optional<Instant> endAsked = Optional.empty();

    CoursePresenter(ConsolePresenter console, InterviewViews views) {
        this.console = console;
        this.views = views;
    }

    Screen pose(String questionId) {
        return send(new Command.Pose(questionId));
    }

    /** Poses the next question; when all were posed or skipped it says that only the end is left. */
    Screen next() {
        return console.justOvertaken() ? say("course.overtaken") : poseNext();
    }

    private Screen poseNext() {
        return Position.next(console.view())
                .map(item -> pose(item.questionId()))
                .orElseGet(() -> say("course.none-left"));
    }

    Screen closeQuestion() {
        return console.justOvertaken() ? say("course.overtaken") : closeOpen();
    }

    private Screen closeOpen() {
        return Position.open(console.view())
                .map(open -> send(new Command.CloseQuestion(open)))
                .orElseGet(() -> say("course.none-open"));
    }

    /** Stops all clocks, or lets them run on. */
    Screen pauseOrResume() {
        boolean paused = console.view().course().flatMap(Course::paused).isPresent();
        return send(paused ? new Command.Resume() : new Command.Pause());
    }

    /** Leaves a question out. What is next then takes the screen. */
    Screen skip(String questionId) {
        boolean shown = console.screen()
                .shown()
                .filter(item -> item.questionId().equals(questionId))
                .isPresent();
        Screen screen = send(new Command.SkipQuestion(questionId));
        return shown && screen.said().isEmpty() ? console.lookAhead() : screen;
    }

    /** @param places up when negative; at the end of the agenda nothing happens */
    Screen move(String questionId, int places) {
        List<AgendaItem> items = console.view().setup().agenda().items();
        List<String> order =
                new ArrayList<>(items.stream().map(AgendaItem::questionId).toList());
        int from = order.indexOf(questionId);
        int to = from + places;
        if (from < 0 || to < 0 || to >= order.size()) {
            return console.screen();
        }
        Collections.swap(order, from, to);
        return console.send(
                Place.COURSE,
                new Command.ReorderAgenda(order),
                text("said.moved", items.get(from).title(), to + 1, order.size()));
    }

    /** Opens the list of what can be added, or closes it. */
    Screen offer() {
        if (offered.isPresent()) {
            offered = Optional.empty();
            return console.screen();
        }
        if (!console.view().leads()) {
            return console.saySentence(
                    Place.COURSE, Refusal.of(Refusal.Code.ONLY_LEAD).sentence());
        }
        offered = Briefly.ask(
                OPENS_WITHIN,
                () -> views.questionsToAdd(console.view().id(), console.person().id()));
        return offered.isPresent() ? console.screen() : say("saved.unreachable");
    }

    Screen add(Question question) {
        offered = Optional.empty();
        return send(new Command.AddQuestion(AgendaItems.of(question)));
    }

    /** What can be added, while the list of it is open. */
    Optional<List<Question>> offered() {
        return offered;
    }

    Screen takeLead() {
        return passLead(console.person().id());
    }

    Screen finish() {
        endAsked = Optional.empty();
        return send(new Command.Finish());
    }

    /**
     * By key, nobody ends an interview by one slip, nor by two letters of a word: the first press shows the sheet and asks for
     * a second one, which counts when there was time to read that, and nothing else was pressed.
     */
    Screen towardsTheEnd() {
        boolean atSheet = console.screen().shown().isEmpty();
        if (!console.view().leads()) {
            return atSheet ? finish() : console.toggleSheet();
        }
        Instant now = console.now();
        boolean hasty = endAsked.filter(asked -> now.isBefore(asked.plus(ConsolePresenter.TOO_SOON)))
                .isPresent();
        boolean meant = endAsked.filter(asked -> !hasty && now.isBefore(asked.plus(END_STANDS)))
                .isPresent();
        if (atSheet && meant) {
            return finish();
        }
        if (!hasty) {
            endAsked = Optional.of(now);
        }
        if (!atSheet) {
            console.toggleSheet();
        }
        return say("course.end-again");
    }

    /** Something else was pressed. */
    void forgetTheEnd() {
        endAsked = Optional.empty();
    }

    /** Hands the lead over, or takes it. */
    Screen passLead(PersonId to) {
        return send(new Command.PassLead(to));
    }

    private Screen say(String key) {
        return console.say(Place.COURSE, key);
    }

    private Screen send(Command command) {
        return console.send(Place.COURSE, command);
    }
}
