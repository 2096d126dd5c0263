package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.SignIns;
import org.threeshift.interviewer.shell.DatabaseAway;

/** One interview, for one of its interviewers. For anybody else there is nothing at its address. */
@Route("interviews/:interview")
@Tag("interview-console")
@JavaScript("context://assets/js/here.js")
public class ConsoleView extends HtmlContainer implements BeforeEnterObserver, HasDynamicTitle {
    /** How long an interview is waited for when a console opens. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(2);

    /** A plain module, and so loaded as it is: the precompiled bundle stays. */
    private static final String SCRIPT = "context://assets/js/console.js";

    private static final String KEY = "event.detail.key";
    private static final String ROW = "event.detail.row";
    private static final String NUMBER = "event.detail.number";
    private static final String PRESSED = "event.detail.pressed";

    private final ConsoleServices services;
    private final CurrentPerson current;
    private final Bell bell;
    private final SignIns signIns;
    private final Rematch rematch;
    private final BookedSessions sessions;
    private final PairPages pairs;
    private final Lateness lateness = new Lateness();
    private Optional<Seat> seat = Optional.empty();
    private Optional<Follower> follower = Optional.empty();

    /** What the view has once its interview is known. */
    private record Seat(ConsolePresenter presenter, ConsoleScreen screen, Supplier<Optional<Person>> signIn) {}

    ConsoleView(
            ConsoleServices services,
            CurrentPerson current,
            Bell bell,
            SignIns signIns,
            Rematch rematch,
            BookedSessions sessions,
            PairPages pairs) {
        this.services = services;
        this.current = current;
        this.bell = bell;
        this.signIns = signIns;
        this.rematch = rematch;
        this.sessions = sessions;
        this.pairs = pairs;
        addClassName("console");
        getElement()
                .setAttribute("keys", String.join(" ", Keys.KNOWN))
                .setAttribute("moves", String.join(" ", Keys.MOVES))
                .addEventListener("console-key", event -> {
                    hear(event);
                    press(
                            event.getEventData().get(KEY).asString(),
                            Optional.of(event.getEventData().get(ROW).asString())
                                    .filter(question -> !question.isEmpty()),
                            event.getEventData().path(PRESSED).asDouble(0));
                })
                .addEventData(KEY)
                .addEventData(ROW)
                .addEventData(NUMBER)
                .addEventData(PRESSED);
        getElement()
                .addEventListener("console-time", event -> {
                    hear(event);
                    act(presenter -> presenter.lobby().enter());
                })
                .addEventData(NUMBER);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<InterviewId> interview =
                event.getRouteParameters().get("interview").flatMap(InterviewId::parse);
        Optional<ConsolePresenter> opened = Optional.empty();
        try {
            opened = interview.flatMap(this::opened);
        } catch (DatabaseAway away) {
            event.rerouteToError(away, "");
            return;
        }
        if (opened.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        // Vaadin keeps the view when another interview is opened from this one.
        stopListening();
        removeAll();
        ConsolePresenter presenter = opened.get();
        seat = Optional.of(new Seat(
                presenter,
                new ConsoleScreen(
                        this, presenter.lobby().enter(), this::act, ConsoleView::address, rematch, sessions, pairs),
                signIns.current()));
        getUI().ifPresent(this::listen);
    }

    private Optional<ConsolePresenter> opened(InterviewId interview) {
        Person person = current.required();
        try {
            return Briefly.ask(OPENS_WITHIN, () -> ConsolePresenter.open(services, person, interview))
                    .orElseThrow(DatabaseAway::new);
        } catch (RuntimeException failure) {
            if (services.outage().causes(failure)) {
                throw new DatabaseAway();
            }
            throw failure;
        }
    }

    @Override
    public String getPageTitle() {
        return seat.map(here ->
                        text("bar.title", here.presenter().screen().names().candidate()))
                .orElseGet(() -> text("shell.title"));
    }

    /** Tells the browser up to which number everything was heard: what it sends comes in order. */
    private void hear(DomEvent event) {
        getElement()
                .setAttribute(
                        "heard", Long.toString(event.getEventData().path(NUMBER).asLong(0)));
    }

    /** A key that the browser has sent. */
    void press(String key) {
        press(key, Optional.empty(), 0);
    }

    /**
     * @param row     the question of the agenda's row that has the focus
     * @param pressed when, on the page's clock; 0 when unknown
     */
    void press(String key, Optional<String> row, double pressed) {
        act(presenter -> lateness.late(pressed, presenter.now()) && Keys.MOVES.contains(key)
                ? presenter.saySentence(Place.COURSE, text("course.late", key))
                : new Keys(presenter).press(key, row));
    }

    /** Somebody else may have signed in at this browser since: then nothing is done in the first person's name. */
    private void act(Function<ConsolePresenter, Screen> action) {
        seat.ifPresent(here -> {
            Person person = here.presenter().person();
            if (current.get().map(Person::id).filter(person.id()::equals).isPresent()) {
                here.screen().show(action.apply(here.presenter()));
            } else {
                UI.getCurrent().getPage().reload();
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Whether something is on its way is said in words, by SavedLine.
        event.getUI().getLoadingIndicatorConfiguration().setApplyDefaultTheme(false);
        event.getUI().getPage().addJsModule(SCRIPT);
        listen(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening();
    }

    private void listen(UI ui) {
        follower = seat.map(here -> new Follower(ui, here.presenter(), here.screen(), bell, here.signIn()));
    }

    private void stopListening() {
        follower.ifPresent(Follower::close);
        follower = Optional.empty();
    }

    /** Of a path of this installation, as the person's browser reaches it. */
    private static String address(String path) {
        URI here = URI.create(VaadinServletRequest.getCurrent()
                .getHttpServletRequest()
                .getRequestURL()
                .toString());
        return here.resolve(path).toString();
    }
}
