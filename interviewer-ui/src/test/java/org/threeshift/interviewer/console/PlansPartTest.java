package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.Chair;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Half;
import org.threeshift.core.exchange.Progress;
import org.threeshift.core.exchange.Setting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.Person;
import org.threeshift.interviewer.shell.Texts;

class PlansPartTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final InterviewId interview = core.host(ada, new Candidate.ByLink("Maya"), "the-seven");
    private final PlansPart part = new PlansPart(_ -> {});

    @Test
    void a_host_is_offered_to_move_it_where_that_is_for_the_host_to_say() {
        part.show(screen(Optional.empty()));
        assertThat(offersToMove()).isTrue();
        assertThat(shown(Anchor.class)).isEmpty();
    }

    @Test
    void where_two_agreed_on_the_hour_it_says_so_and_leads_to_where_it_is_moved() {
        String sentence = Refusal.of(Refusal.Code.HOUR_OF_PAIR).sentence();
        part.show(screen(Optional.of(sentence)));
        assertThat(offersToMove()).isFalse();
        assertThat(part.getElement().getTextRecursively()).contains(sentence);
        assertThat(shown(Anchor.class))
                .singleElement()
                .satisfies(way -> assertThat(way.getHref()).isEqualTo("/interviews/" + interview));
    }

    @Test
    void nobody_calls_off_one_meeting_of_an_evening_but_is_led_to_say_there_that_they_cannot_come() {
        Optional<String> sentence =
                Optional.of(Refusal.of(Refusal.Code.HOUR_OF_EVENT).sentence());
        part.show(screen(sentence, meetingOf("/evenings/1")));
        assertThat(offers("plans.move")).isFalse();
        assertThat(offers("plans.cancel")).isFalse();
        assertThat(shown(Anchor.class)).singleElement().satisfies(way -> {
            assertThat(way.getHref()).isEqualTo("/evenings/1");
            assertThat(way.getText()).isEqualTo(Texts.text("plans.evening"));
        });
        part.show(screen(sentence, meetingOf("")));
        assertThat(offers("plans.cancel")).as("for whoever sees no evening").isTrue();
    }

    @Test
    void what_was_called_off_leads_back_to_the_evening() {
        var end = new EndPanel(() -> {});
        end.show(screen(Optional.empty(), meetingOf("/evenings/1")), false);
        assertThat(shown(end)
                        .filter(Anchor.class::isInstance)
                        .map(Anchor.class::cast)
                        .map(Anchor::getHref))
                .contains("/evenings/1");
        assertThat(end.getElement().getTextRecursively())
                .contains(Texts.text("ended.evening"))
                .doesNotContain(Texts.text("ended.sentence"));
        end.show(screen(Optional.empty()), false);
        assertThat(end.getElement().getTextRecursively()).contains(Texts.text("ended.sentence"));
    }

    @Test
    void a_refused_move_is_said_beside_what_was_typed_and_a_refused_end_beside_its_reason() {
        ConsolePresenter presenter = ConsolePresenter.open(ConsolePresenterTest.services(core), ada, interview)
                .orElseThrow();
        assertThat(said("plans.move", PlansPart.move(presenter, "soon", "A clash")))
                .isNotEmpty();
        Screen refused = PlansPart.move(presenter, "2099-01-01T10:00", "");
        assertThat(said("plans.move", refused)).isNotEmpty();
        assertThat(said("plans.cancel", refused)).isEmpty();
        assertThat(refused.said(Place.LOBBY)).isEmpty();
        Screen kept = presenter.lobby().cancel("");
        assertThat(said("plans.cancel", kept)).isNotEmpty();
        assertThat(said("plans.move", kept)).isEmpty();
    }

    /** What stands inside one of the foldings, once a screen is shown. */
    private String said(String summary, Screen screen) {
        part.show(screen);
        return shown(NativeDetails.class).stream()
                .filter(details -> Texts.text(summary).equals(details.getSummaryText()))
                .flatMap(PlansPartTest::shown)
                .filter(SaidLine.class::isInstance)
                .map(line -> line.getElement().getText())
                .findFirst()
                .orElse("");
    }

    private boolean offersToMove() {
        return offers("plans.move");
    }

    private boolean offers(String summary) {
        return shown(NativeDetails.class).stream()
                .anyMatch(details -> Texts.text(summary).equals(details.getSummaryText()));
    }

    /** @param path of the evening’s page */
    private Optional<ExchangeView> meetingOf(String path) {
        Instant later = core.time.instant().plus(Duration.ofHours(1));
        var half = new Half(
                interview,
                Phase.SCHEDULED,
                ada.id(),
                Optional.empty(),
                "Maya",
                "Half",
                2,
                20,
                core.time.instant(),
                ada.zone(),
                Duration.ZERO,
                Optional.empty());
        return Optional.of(new ExchangeView(
                new ExchangeId(interview.value()),
                40,
                half,
                Optional.empty(),
                new Progress.Ahead(),
                ada.id(),
                Chair.INTERVIEWER,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Setting("Tonight", path, false, later, later, Optional.empty(), Optional.empty()))));
    }

    private <T extends Component> List<T> shown(Class<T> type) {
        return shown(part).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> shown(Component component) {
        return component.getElement().hasAttribute("hidden")
                ? Stream.empty()
                : Stream.concat(Stream.of(component), component.getChildren().flatMap(PlansPartTest::shown));
    }

    private Screen screen(Optional<String> agreed) {
        return screen(agreed, Optional.empty());
    }

    private Screen screen(Optional<String> agreed, Optional<ExchangeView> exchange) {
        Screen screen = ConsolePresenter.open(ConsolePresenterTest.services(core), ada, interview)
                .orElseThrow()
                .screen();
        return new Screen(
                screen.view(),
                screen.log(),
                screen.person(),
                screen.names(),
                exchange,
                agreed,
                screen.position(),
                screen.saved(),
                screen.unsaved(),
                screen.refused(),
                screen.offered(),
                screen.begun(),
                screen.unsettled(),
                screen.carried(),
                screen.said(),
                screen.now());
    }
}
