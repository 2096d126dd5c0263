package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Absent;

/** Before the start: coming, going, and the candidate's way in. */
final class LobbyPresenter {
    /** How long a fresh link is waited for. */
    private static final Duration INVITES_WITHIN = Duration.ofSeconds(1);

    private final ConsolePresenter console;
    private final Hosting hosting;
    private boolean entered;

    LobbyPresenter(ConsolePresenter console, Hosting hosting) {
        this.console = console;
        this.hosting = hosting;
    }

    /** Lets the others know that this person is here, as soon as joining is open: before that a look is only a look. */
    Screen enter() {
        Screen screen = console.screen();
        if (entered || screen.phase() != Phase.SCHEDULED || screen.arrival() == Arrival.PREPARING) {
            return screen;
        }
        entered = true;
        return send(new Command.Join(screen.view().seat()));
    }

    Screen start() {
        return send(new Command.Start());
    }

    /** Whoever waited did so for another time. */
    Screen reschedule(Instant startsAt, ZoneId zone, String reason) {
        entered = false;
        return console.send(Place.MOVE, new Command.Reschedule(startsAt, zone, reason));
    }

    Screen cancel(String reason) {
        return console.send(Place.CALL_OFF, new Command.Cancel(reason));
    }

    Screen reportNoShow() {
        return send(new Command.ReportNoShow(Absent.CANDIDATE));
    }

    /** The secret of a fresh link for the candidate; absent when there is none to give, and the screen then says why. */
    Optional<Token> invite() {
        Optional<Hosted> answer = Briefly.ask(INVITES_WITHIN, this::invited);
        if (answer.isPresent() && answer.get() instanceof Hosted.Done(var _, var token)) {
            return token;
        }
        console.saySentence(
                Place.LOBBY,
                answer.isPresent() && answer.get() instanceof Hosted.Refused(var refusal)
                        ? refusal.sentence()
                        : text("saved.unreachable"));
        return Optional.empty();
    }

    private Hosted invited() {
        return hosting.invite(console.screen().view().id(), console.person());
    }

    private Screen send(Command command) {
        return console.send(Place.LOBBY, command);
    }
}
