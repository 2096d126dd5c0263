package org.threeshift.interviewer.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.SignIns;

/**
 * Ends open consoles whose sign-in has ended: by sign-out in another window or on another device's list, by the end of the account, or with time. At once
 * when somebody's sign-ins are ended, as when they are suspended; otherwise at the next round. The page loads anew and asks to sign in; one that does not is closed from here at the next round.
 */
@Component
class EndedSignIns implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EndedSignIns.class);
    /** How long a console may outlive its sign-in, about. */
    static final Duration ROUND = Duration.ofSeconds(7);

    private final transient SignIns signIns;
    private final transient CurrentPerson current;
    private final transient Bell bell;
    private final transient Map<UI, Open> open = new ConcurrentHashMap<>();
    private final transient ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("ended sign-ins").factory());

    /** @param told whether its page has been told to load anew */
    private record Open(Supplier<Optional<Person>> signIn, boolean told) {}

    @SuppressWarnings("FutureReturnValueIgnored") // it goes round until the executor stops
    EndedSignIns(SignIns signIns, CurrentPerson current, Bell bell) {
        this.signIns = signIns;
        this.current = current;
        this.bell = bell;
        rounds.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            open.put(ui, new Open(signIns.current(), false));
            ui.addDetachListener(_ -> open.remove(ui));
            current.get().ifPresent(person -> {
                Bell.Listening endings = bell.listen(
                        SignIns.topic(person.id()),
                        () -> Thread.ofVirtual().name("ended sign-in").start(() -> askAgain(ui)));
                ui.addDetachListener(_ -> endings.close());
            });
        });
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.shutdownNow();
    }

    private void round() {
        open.forEach(this::ask);
    }

    private void askAgain(UI ui) {
        Optional.ofNullable(open.get(ui)).ifPresent(one -> ask(ui, one));
    }

    private void ask(UI ui, Open one) {
        try {
            if (one.signIn().get().isEmpty()) {
                end(ui, one);
            }
        } catch (RuntimeException e) {
            LOG.debug("Nobody can say now who is signed in; the next round asks again", e);
        }
    }

    private void end(UI ui, Open one) {
        open.replace(ui, new Open(one.signIn(), true));
        ui.accessLater(
                        () -> {
                            if (one.told()) {
                                ui.close();
                            } else {
                                ui.getPage().executeJs("location.reload()");
                            }
                        },
                        () -> open.remove(ui))
                .run();
    }
}
