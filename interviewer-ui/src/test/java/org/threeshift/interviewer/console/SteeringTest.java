package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Stopwatch;
import org.threeshift.core.people.Person;

/** Keeping to the time: pauses, leaving out, another order, coming back, one more question. */
class SteeringTest {
    private static final String FIRST = "goals-from-the-business";
    private static final String SECOND = "channels-on-a-small-budget";
    private static final String THIRD = "a-campaign-that-failed";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    @BeforeEach
    void panel_of_two() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
    }

    private ConsolePresenter console(Person person) {
        return ConsolePresenter.open(ConsolePresenterTest.services(core), person, interview)
                .orElseThrow();
    }

    private ConsolePresenter live() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        return presenter;
    }

    private static List<String> order(Screen screen) {
        return screen.view().setup().agenda().items().stream()
                .map(AgendaItem::questionId)
                .toList();
    }

    @Test
    void a_pause_stops_the_clocks_and_one_key_lets_them_run_on() {
        var keys = new Keys(live());
        core.pass(Duration.ofSeconds(60));
        Screen screen = keys.press("q");
        assertThat(screen.paused()).isTrue();
        core.pass(Duration.ofMinutes(10));
        assertThat(round(screen)).isEqualTo(new Stopwatch(Duration.ofSeconds(60), Optional.empty()));
        screen = keys.press("q");
        assertThat(screen.paused()).isFalse();
        core.pass(Duration.ofSeconds(5));
        assertThat(round(screen).at(core.time.instant())).hasSeconds(65);
        assertThat(screen.posed().orElseThrow().spentUntil(core.time.instant())).hasSeconds(65);
    }

    private static Stopwatch round(Screen screen) {
        return screen.view().course().orElseThrow().clock();
    }

    @Test
    void time_to_a_height_is_time_on_the_table() {
        var keys = new Keys(live());
        core.pass(Duration.ofSeconds(60));
        keys.press("q");
        core.pass(Duration.ofMinutes(10));
        keys.press("q");
        core.pass(Duration.ofSeconds(5));
        assertThat(keys.press("s").posed().orElseThrow().heights().getFirst().after())
                .hasSeconds(65);
    }

    @Test
    void posing_ends_a_pause() {
        var keys = new Keys(live());
        keys.press("q");
        assertThat(keys.press("]").paused()).isFalse();
    }

    @Test
    void only_the_lead_pauses_and_everybody_sees_it() {
        ConsolePresenter adas = live();
        ConsolePresenter bens = console(ben);
        assertThat(new Keys(bens).press("q").said(Place.COURSE)).isPresent();
        new Keys(adas).press("q");
        assertThat(ConsolePresenterTest.refreshed(bens).paused()).isTrue();
    }

    @Test
    void a_question_that_is_skipped_makes_room_for_the_one_after_it() {
        ConsolePresenter presenter = live();
        presenter.choose(SECOND);
        Screen screen = new Keys(presenter).press("k");
        assertThat(screen.skipped(SECOND)).isTrue();
        assertThat(screen.onTable()).isTrue();
        assertThat(presenter.course().next().onTable(THIRD)).isTrue();
    }

    @Test
    void skipping_before_anything_was_posed_shows_what_is_next_then() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        Screen screen = new Keys(presenter).press("k");
        assertThat(screen.shown().map(AgendaItem::questionId)).contains(SECOND);
    }

    @Test
    void what_was_asked_cannot_be_skipped_and_that_is_said() {
        Screen screen = new Keys(live()).press("k");
        assertThat(screen.said(Place.COURSE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("asked already"));
    }

    @Test
    void a_skipped_question_comes_back_by_being_posed() {
        ConsolePresenter presenter = live();
        presenter.course().skip(SECOND);
        presenter.choose(SECOND);
        Screen screen = new Keys(presenter).press("o");
        assertThat(screen.onTable(SECOND)).isTrue();
        assertThat(screen.skipped(SECOND)).isFalse();
    }

    @Test
    void an_asked_question_is_come_back_to_with_the_time_that_it_had() {
        ConsolePresenter presenter = live();
        core.pass(Duration.ofSeconds(90));
        presenter.course().next();
        core.pass(Duration.ofSeconds(30));
        var keys = new Keys(presenter);
        keys.press("[");
        Screen screen = keys.press("o");
        assertThat(screen.onTable(FIRST)).isTrue();
        assertThat(screen.posed().orElseThrow().spentUntil(core.time.instant())).hasSeconds(90);
    }

    @Test
    void when_the_rest_is_skipped_only_the_end_is_left() {
        ConsolePresenter presenter = live();
        order(presenter.screen()).stream().skip(1).forEach(presenter.course()::skip);
        assertThat(Position.next(presenter.view())).isEmpty();
        assertThat(presenter.course().next().said(Place.COURSE))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Every question"));
    }

    @Test
    void a_question_moves_up_and_down_and_stays_at_the_ends() {
        ConsolePresenter presenter = live();
        presenter.choose(THIRD);
        var keys = new Keys(presenter);
        assertThat(order(keys.press("u"))).startsWith(FIRST, THIRD, SECOND);
        assertThat(order(keys.press("d"))).startsWith(FIRST, SECOND, THIRD);
        presenter.choose(FIRST);
        assertThat(order(keys.press("u"))).startsWith(FIRST, SECOND, THIRD);
        assertThat(keys.press("u").said()).isEmpty();
    }

    @Test
    void on_the_agenda_the_row_with_the_focus_is_meant_and_not_the_question_that_is_shown() {
        ConsolePresenter presenter = live();
        Screen screen = new Keys(presenter).press("u", Optional.of(THIRD));
        assertThat(order(screen)).startsWith(FIRST, THIRD, SECOND);
        assertThat(screen.shown().map(AgendaItem::questionId)).contains(FIRST);
    }

    @Test
    void another_order_changes_what_is_next_for_everybody() {
        ConsolePresenter presenter = live();
        presenter.course().move(THIRD, -1);
        assertThat(Position.next(ConsolePresenterTest.refreshed(console(ben)).view())
                        .map(AgendaItem::questionId))
                .contains(THIRD);
    }

    @Test
    void a_question_of_the_bank_is_added_at_the_end_and_can_be_asked() {
        ConsolePresenter presenter = live();
        Screen screen = new Keys(presenter).press("+");
        List<Question> offered = screen.addable().orElseThrow();
        assertThat(offered).extracting(Question::id).doesNotContainAnyElementsOf(order(screen));
        Question more = offered.getFirst();
        screen = presenter.course().add(more);
        assertThat(screen.said()).isEmpty();
        assertThat(screen.addable()).isEmpty();
        assertThat(order(screen)).hasSize(8).endsWith(more.id());
        presenter.choose(more.id());
        assertThat(new Keys(presenter).press("o").onTable(more.id())).isTrue();
    }

    @Test
    void the_list_of_what_can_be_added_opens_and_closes_by_the_same_key() {
        var keys = new Keys(live());
        assertThat(keys.press("+").addable()).isPresent();
        assertThat(keys.press("+").addable()).isEmpty();
    }

    @Test
    void only_the_lead_is_offered_something_to_add() {
        live();
        Screen screen = new Keys(console(ben)).press("+");
        assertThat(screen.addable()).isEmpty();
        assertThat(screen.said(Place.COURSE)).isPresent();
    }

    @Test
    void whoever_does_not_lead_takes_the_lead_by_one_key() {
        live();
        assertThat(new Keys(console(ben)).press("i").leads()).isTrue();
    }

    @Test
    void one_slip_does_not_end_an_interview() {
        var keys = new Keys(live());
        Screen screen = keys.press("e");
        assertThat(screen.phase()).isEqualTo(Phase.LIVE);
        assertThat(screen.shown()).isEmpty();
        assertThat(screen.said(Place.COURSE)).isPresent();
        core.pass(ConsolePresenter.TOO_SOON);
        assertThat(keys.press("e").phase()).isEqualTo(Phase.DEBRIEFING);
    }

    @Test
    void on_the_sheet_the_end_takes_two_presses_too() {
        var keys = new Keys(live());
        keys.press("l");
        assertThat(keys.press("e").phase()).isEqualTo(Phase.LIVE);
        core.pass(ConsolePresenter.TOO_SOON);
        assertThat(keys.press("e").phase()).isEqualTo(Phase.DEBRIEFING);
    }

    @Test
    void neither_two_letters_of_a_word_nor_a_press_long_before_end_an_interview() {
        var keys = new Keys(live());
        keys.press("e");
        assertThat(keys.press("e").phase()).isEqualTo(Phase.LIVE);
        core.pass(CoursePresenter.END_STANDS);
        assertThat(keys.press("e").phase()).isEqualTo(Phase.LIVE);
        core.pass(ConsolePresenter.TOO_SOON);
        keys.press("3");
        assertThat(keys.press("e").phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void a_question_that_is_closed_stays_on_every_screen_with_its_notes() {
        ConsolePresenter adas = live();
        ConsolePresenter bens = console(ben);
        var keys = new Keys(adas);
        keys.press("t");
        Screen screen = keys.press("x");
        for (Screen shown : List.of(
                screen, ConsolePresenterTest.refreshed(bens), console(ada).screen())) {
            assertThat(Position.open(shown.view())).isEmpty();
            assertThat(shown.shown().map(AgendaItem::questionId)).contains(FIRST);
            assertThat(shown.writable()).isTrue();
        }
        keys.press("l");
        assertThat(keys.press("l").shown().map(AgendaItem::questionId)).contains(FIRST);
        assertThat(keys.press("]").onTable(SECOND)).isTrue();
    }

    @Test
    void whoever_looks_at_another_question_goes_on_looking_at_it_when_one_is_closed() {
        ConsolePresenter adas = live();
        ConsolePresenter bens = console(ben);
        bens.choose(THIRD);
        new Keys(adas).press("x");
        assertThat(ConsolePresenterTest.refreshed(bens).shown().map(AgendaItem::questionId))
                .contains(THIRD);
    }

    @Test
    void what_is_skipped_between_two_questions_makes_room_for_the_one_after_it() {
        ConsolePresenter presenter = live();
        var keys = new Keys(presenter);
        keys.press("x");
        presenter.choose(SECOND);
        assertThat(keys.press("k").shown().map(AgendaItem::questionId)).contains(THIRD);
    }

    @Test
    void what_comes_after_the_open_question_comes_before_what_was_passed_over() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().pose(SECOND);
        assertThat(Position.coming(presenter.view()))
                .extracting(AgendaItem::questionId)
                .startsWith(THIRD)
                .endsWith(FIRST)
                .doesNotContain(SECOND);
        assertThat(Fit.minutes(Position.coming(presenter.view()).subList(0, 2))).hasMinutes(16);
    }

    @Test
    void questions_are_found_by_any_words_of_theirs() {
        List<Question> all = core.views.questionsToAdd(interview, ada.id());
        assertThat(QuestionSearch.in(all, "  ")).isEqualTo(all);
        Question one = all.getFirst();
        assertThat(QuestionSearch.in(all, one.title().toUpperCase(java.util.Locale.ROOT)))
                .contains(one);
        assertThat(QuestionSearch.in(all, one.prompt().substring(0, 12))).contains(one);
        assertThat(QuestionSearch.in(all, "team zebra")).isEmpty();
    }
}
