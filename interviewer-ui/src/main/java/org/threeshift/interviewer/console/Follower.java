package org.threeshift.interviewer.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.Person;
import org.threeshift.core.presence.Presence;

/**
 * Keeps one open console up to date with what others do and with what becomes of things that were entered. Whatever may take
 * long happens outside of the screen's lock.
 */
final class Follower implements Outbox.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final UI ui;
    private final ConsolePresenter presenter;
    private final ConsoleScreen screen;
    private final Outbox outbox;
    private final AtomicInteger rings = new AtomicInteger();
    private final Supplier<Optional<Person>> signIn;
    private final Bell.Listening listening;
    private final Bell.Listening people;
    private volatile boolean closed;

    /** @param signIn who is signed in where the console was opened, asked each time before something is shown */
    Follower(UI ui, ConsolePresenter presenter, ConsoleScreen screen, Bell bell, Supplier<Optional<Person>> signIn) {
        this.ui = ui;
        this.signIn = signIn;
        this.presenter = presenter;
        this.screen = screen;
        this.outbox = presenter.outbox();
        outbox.add(this);
        InterviewId interview = presenter.screen().view().id();
        listening = bell.listen(interview.value(), this::wake);
        people = bell.listen(Presence.topic(interview), this::somebodyMoved);
        // Whatever happened between the first look and now.
        wake();
    }

    @Override
    public void answered(Entry entry, Answer answer) {
        show(() -> presenter.answered(entry, answer));
    }

    @Override
    public void changed() {
        show(presenter::screen);
    }

    /** Only where notes in the making are listed it makes a difference. */
    @Override
    public void drafted() {
        if (presenter.listsNotes()) {
            wake();
        }
    }

    @Override
    public void close() {
        closed = true;
        listening.close();
        people.close();
        outbox.remove(this);
    }

    /** Rings that come while one is being followed are followed together, and the bell never waits for a browser. */
    private void wake() {
        if (rings.getAndIncrement() == 0) {
            Thread.ofVirtual().name("console follower").start(this::follow);
        }
    }

    private void follow() {
        int served;
        do {
            served = rings.get();
            try {
                if (!signedIn()) {
                    leave();
                    return;
                }
                Optional<Look> now = look();
                if (now.isEmpty()) {
                    leave();
                } else if (presenter.isNews(now.get())) {
                    await(() -> follow(now.get()));
                }
            } catch (RuntimeException failure) {
                if (outbox.dispatch().away(failure)) {
                    outbox.reached(false);
                    // To be looked at again, although nobody rings.
                    rings.incrementAndGet();
                    pause();
                }
            }
        } while (rings.addAndGet(-served) != 0 && !closed);
    }

    /**
     * Nothing is touched, and so nothing is sent, when the log has only grown by what this person may not see: a rival's key
     * must not be heard in here.
     */
    private void follow(Look now) {
        if (presenter.isNews(now)) {
            screen.show(presenter.refresh(now));
        }
    }

    private boolean signedIn() {
        return signIn.get()
                .map(Person::id)
                .filter(presenter.person().id()::equals)
                .isPresent();
    }

    /**
     * The seat was taken away, or the person has signed out elsewhere: the page says so when it is opened anew, and shows
     * nothing of the interview any more.
     */
    private void leave() {
        close();
        ui.accessLater(() -> ui.getPage().executeJs("location.reload()"), () -> {})
                .run();
    }

    /** The page asks who is here. */
    private void somebodyMoved() {
        ui.accessLater(() -> ui.getPage().executeJs("document.dispatchEvent(new Event('somebody-moved'))"), this::close)
                .run();
    }

    private Optional<Look> look() {
        Optional<Look> look = outbox.dispatch().look();
        outbox.reached(true);
        return look;
    }

    private void show(Supplier<Screen> next) {
        // Not waited for: what fails there goes to the session's error handler.
        ui.accessLater(() -> screen.show(next.get()), this::close).run();
    }

    /** Only when the screen is shown, the next look is worth its while. */
    private void await(Command showing) {
        try {
            ui.access(showing).get();
        } catch (UIDetachedException | CancellationException gone) {
            close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UIDetachedException) {
                close();
            } else {
                LOG.error("A console could not follow its interview", failure);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
