package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.interviewer.shell.Texts;

class PlansPartTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final InterviewId interview = core.host(ada, new Candidate.ByLink("Maya"), "the-seven");
    private final PlansPart part = new PlansPart(_ -> {}, Optional.empty());

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
    void two_of_a_pair_are_led_to_their_pair_alone_and_never_move_a_half_by_themselves() {
        var ofPair = new PlansPart(_ -> {}, Optional.of("/practice/pairs/1"));
        ofPair.show(screen(Optional.of(Refusal.of(Refusal.Code.HOUR_OF_PAIR).sentence())));
        assertThat(offers(ofPair, "plans.move") || offers(ofPair, "plans.cancel"))
                .isFalse();
        assertThat(shown(ofPair).filter(Anchor.class::isInstance).map(Anchor.class::cast))
                .singleElement()
                .satisfies(way -> {
                    assertThat(way.getHref()).isEqualTo("/practice/pairs/1");
                    assertThat(way.getText()).isEqualTo(Texts.text("plans.pair"));
                });
        ofPair.show(screen(Optional.empty()));
        assertThat(offers(ofPair, "plans.move")).as("of the second half").isFalse();
        assertThat(offers(ofPair, "plans.cancel")).isTrue();
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
        assertThat(said("plans.move", PlansPart.move(presenter, "soon", "", "A clash")))
                .isNotEmpty();
        Screen refused = PlansPart.move(presenter, "2099-01-01T10:00", "", "");
        assertThat(said("plans.move", refused)).isNotEmpty();
        assertThat(said("plans.cancel", refused)).isEmpty();
        assertThat(refused.said(Place.LOBBY)).isEmpty();
        Screen kept = presenter.lobby().cancel("");
        assertThat(said("plans.cancel", kept)).isNotEmpty();
        assertThat(said("plans.move", kept)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-10-25T02:30, UTC+02:00, 2026-10-25T00:30:00Z, UTC+01:00, 2026-10-25T01:30:00Z",
        "America/St_Johns,    2026-11-01T01:15, UTC-02:30, 2026-11-01T03:45:00Z, UTC-03:30, 2026-11-01T04:45:00Z",
        "Australia/Lord_Howe, 2026-04-05T01:45, UTC+11:00, 2026-04-04T14:45:00Z, UTC+10:30, 2026-04-04T15:15:00Z",
    })
    void of_an_hour_that_comes_twice_the_host_says_which_is_meant(
            String zone, String typed, String before, Instant first, String after, Instant second) {
        ConsolePresenter presenter = hosting(zone);
        var moving = new PlansPart(action -> assertThat(action.apply(presenter)).isNotNull(), Optional.empty());
        moving.show(presenter.screen());
        assertThat(choices(moving)).as("before such an hour is entered").isEmpty();
        enter(moving, true, typed);
        assertThat(choices(moving))
                .satisfiesExactly(
                        none -> assertThat(none).isEqualTo(Texts.text("plans.pass-choose")),
                        one -> assertThat(one).contains(before),
                        other -> assertThat(other).contains(after));
        enter(moving, false, "The clocks");
        move(moving);
        assertThat(presenter.screen().said(Place.MOVE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("comes twice"));
        moving.show(presenter.screen());
        choose(moving, 2);
        move(moving);
        assertThat(presenter.screen().said(Place.MOVE)).isEmpty();
        assertThat(presenter.screen().view().setup().startsAt()).isEqualTo(second);
        var anew = new PlansPart(_ -> {}, Optional.empty());
        anew.show(presenter.screen());
        assertThat(chosen(anew)).as("which it is now").contains(after);
        enter(anew, true, typed.substring(0, 14) + "50");
        assertThat(chosen(anew)).as("of another time").isEqualTo(Texts.text("plans.pass-choose"));
        choose(anew, 2);
        anew.show(presenter.screen());
        assertThat(chosen(anew)).as("what was chosen stays").contains(after);
        enter(anew, true, typed.substring(0, 14) + "40");
        assertThat(chosen(anew)).as("of one more").isEqualTo(Texts.text("plans.pass-choose"));
        enter(anew, true, typed);
        assertThat(chosen(anew)).as("which it still is").contains(after);
        choose(moving, 1);
        move(moving);
        assertThat(presenter.screen().view().setup().startsAt()).isEqualTo(first);
        enter(moving, true, typed.substring(0, 11) + "12:00");
        assertThat(choices(moving)).as("at noon").isEmpty();
        move(moving);
        assertThat(presenter.screen().said(Place.MOVE)).isEmpty();
    }

    private ConsolePresenter hosting(String zone) {
        Person host = core.people.enrol("Lou", "lou@example.org", zone, Role.COACH) instanceof Outcome.Done(var lou)
                ? lou
                : org.assertj.core.api.Assertions.fail("not enrolled");
        InterviewId theirs = core.host(host, new Candidate.ByLink("Maya"), "the-seven");
        return ConsolePresenter.open(ConsolePresenterTest.services(core), host, theirs)
                .orElseThrow();
    }

    /** As a browser tells of it: into the moment, or into the reason for it. */
    private static void enter(PlansPart part, boolean moment, String typed) {
        change(
                shown(part)
                        .filter(one -> one.getElement().getTag().equals("input"))
                        .filter(one -> moment == one.getElement().hasAttribute("type"))
                        .findFirst()
                        .orElseThrow(),
                typed);
    }

    private static void choose(PlansPart part, int index) {
        change(list(part).orElseThrow(), Integer.toString(index));
    }

    private static void change(Component input, String value) {
        input.getElement().setProperty("value", value);
        input.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(input.getElement(), "change", JacksonUtils.createObjectNode()));
    }

    private static void move(PlansPart part) {
        NativeButton move = shown(part)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .filter(button -> button.getText().equals(Texts.text("plans.move-do")))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(move, new ClickEvent<>(move));
    }

    private static Optional<Component> list(PlansPart part) {
        return shown(part)
                .filter(one -> one.getElement().getTag().equals("select"))
                .findFirst();
    }

    private static List<String> choices(PlansPart part) {
        return list(part).stream()
                .flatMap(Component::getChildren)
                .map(option -> option.getElement().getText())
                .toList();
    }

    private static String chosen(PlansPart part) {
        String index = list(part).orElseThrow().getElement().getProperty("value");
        return choices(part).get(Integer.parseInt(index));
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
        return offers(part, summary);
    }

    private static boolean offers(PlansPart part, String summary) {
        return shown(part)
                .filter(NativeDetails.class::isInstance)
                .map(NativeDetails.class::cast)
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
