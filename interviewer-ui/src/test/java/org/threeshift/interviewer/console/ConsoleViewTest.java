package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.SignIns;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.interviewer.shell.NotFoundView;

@ContextConfiguration(classes = ConsoleViewTest.Core.class)
@ViewPackages(packages = "org.threeshift.interviewer")
class ConsoleViewTest extends SpringBrowserlessTest {
    private static final String QUESTION = "handing-over-your-best-work";

    @Configuration(proxyBeanMethods = false)
    static class Core {
        @Bean
        InterviewFixtures fixtures() {
            return new InterviewFixtures();
        }

        @Bean
        ConsoleServices services(InterviewFixtures core) {
            return ConsolePresenterTest.services(core);
        }

        @Bean
        Rematch rematch(ObjectProvider<Pairs> pairs, ObjectProvider<WaitingRoom> room) {
            return new Rematch(pairs, room);
        }

        @Bean
        BookedSessions sessions(ObjectProvider<Bookings> bookings) {
            return new BookedSessions(bookings);
        }

        @Bean
        PairPages pairPages(ObjectProvider<Pairs> pairs) {
            return new PairPages(pairs);
        }

        @Bean
        Bell bell(InterviewFixtures core) {
            return core.bell;
        }

        @Bean
        SignedIn signedIn() {
            return new SignedIn();
        }
    }

    /** Whoever the test says. */
    static final class SignedIn implements CurrentPerson, SignIns {
        private Optional<Person> person = Optional.empty();

        @Override
        public Optional<Person> get() {
            return person;
        }

        @Override
        public Supplier<Optional<Person>> current() {
            return this::get;
        }
    }

    @Autowired
    private InterviewFixtures core;

    @Autowired
    private SignedIn signedIn;

    private Person ada = new InterviewFixtures().coach("Nobody");
    private Person ben = ada;
    private Person maya = ada;
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    @BeforeEach
    void panel_of_two_on_one_question() {
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        ada = core.coach("Ada" + suffix);
        ben = core.member("Ben" + suffix);
        maya = core.member("Maya" + suffix);
        interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up", ben);
        signedIn.person = Optional.of(ada);
    }

    private ConsoleView open() {
        UI.getCurrent().navigate("interviews/" + interview.value());
        return (ConsoleView) getCurrentView();
    }

    private static void press(ConsoleView view, String keys) {
        keys.chars().forEach(key -> view.press(Character.toString(key)));
    }

    @Test
    void keys_check_the_level_in_the_radio_group_of_the_marked_shift() {
        ConsoleView view = open();
        press(view, "b]42");
        assertThat(chosen(view, Shift.STRATEGY)).contains("4");
        assertThat(chosen(view, Shift.ACCOUNTABILITY)).contains("2");
        assertThat(all(view, ShiftScale.class).get(2).getElement().hasAttribute("data-current"))
                .isTrue();
    }

    @Test
    void an_update_leaves_the_elements_in_place() {
        ConsoleView view = open();
        press(view, "b]");
        List<Component> before = all(view, Component.class);
        press(view, "4v");
        assertThat(all(view, Component.class)).isEqualTo(before);
    }

    @Test
    void what_is_missing_is_listed_and_each_line_leads_to_its_place() {
        ConsoleView view = open();
        press(view, "b]42");
        finish(view);
        MissingList missing = all(view, MissingList.class).getFirst();
        List<NativeButton> lines = all(missing, NativeButton.class);
        assertThat(lines).hasSize(3);
        test(lines.getFirst()).click();
        assertThat(shows(all(view, QuestionPanel.class).getFirst())).isTrue();
        press(view, "33");
        assertThat(all(missing, NativeButton.class)).hasSize(3);
        press(view, "l");
        assertThat(all(missing, NativeButton.class)).hasSize(2);
    }

    @Test
    void a_refusal_stands_beside_the_place_where_it_was_done() {
        ConsoleView view = open();
        press(view, "b4");
        SaidLine said = all(view, SaidLine.class).stream()
                .filter(line -> !line.getText().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(said.getText()).contains("was not posed");
        assertThat(said.getParent().orElseThrow().getElement().getClassList()).contains("scales");
        assertThat(all(view, SavedLine.class).getFirst().getElement().getTextRecursively())
                .startsWith("Not saved:");
    }

    @Test
    void a_refused_level_is_unchecked_in_the_browser_too() {
        ConsoleView view = open();
        press(view, "b");
        ShiftScale scale = all(view, ShiftScale.class).getFirst();
        Choice four = all(scale, Choice.class).get(3);
        four.getChildren().findFirst().orElseThrow().getElement().setProperty("checked", true);
        press(view, "4");
        assertThat(four.chosen()).isFalse();
    }

    @Test
    void after_the_lock_the_sheet_takes_nothing_more() {
        ConsoleView view = complete();
        lock(view);
        assertThat(all(view, LockPanel.class).getFirst().getElement().hasAttribute("hidden"))
                .isTrue();
        press(view, "[");
        assertThat(all(all(view, ShiftScale.class).getFirst(), Choice.class)).noneMatch(Choice::enabled);
    }

    @Test
    void nothing_of_another_sheet_is_on_the_screen_before_the_own_one_is_locked() {
        ConsoleView view = complete();
        ConsolePresenter bens = ConsolePresenter.open(ConsolePresenterTest.services(core), ben, interview)
                .orElseThrow();
        bens.choose(QUESTION);
        var keys = new Keys(bens);
        "333f".chars().forEach(key -> keys.press(Character.toString(key)));
        assertThat(bens.sheet()
                        .lock(Optional.of(Verdict.STRONG_NO), "Bens own words")
                        .said())
                .isEmpty();
        press(view, "ll");
        SideBySide panel = all(view, SideBySide.class).getFirst();
        assertThat(words(view)).doesNotContain("Bens own words");
        assertThat(shows(panel)).isFalse();
        assertThat(words(panel)).isEmpty();
        lock(view);
        assertThat(words(view)).contains("Bens own words");
        assertThat(words(panel)).contains(ben.name());
        assertThat(shows(all(view, SheetTable.class).getFirst())).isFalse();
    }

    @Test
    void a_panel_member_has_no_controls_of_the_lead_and_takes_them_with_the_lead() {
        ConsoleView adas = open();
        press(adas, "b]");
        assertThat(labels(adas))
                .contains("Hand the lead to " + ben.name())
                .anyMatch(one -> one.startsWith("Close question"));
        signedIn.person = Optional.of(ben);
        ConsoleView view = open();
        assertThat(labels(view)).noneMatch(one -> one.startsWith("Close question") || one.startsWith("Next question"));
        assertThat(words(all(view, SeatsPart.class).getFirst())).startsWith(ada.name() + " leads");
        test(button(view, "Take the lead")).click();
        assertThat(words(all(view, SeatsPart.class).getFirst())).startsWith("You lead");
        press(view, "x");
        assertThat(Position.open(core.views.forInterviewer(interview, ben.id()).orElseThrow()))
                .isEmpty();
    }

    @Test
    void an_observer_reads_along_without_scales_notes_or_a_lock() {
        Person di = core.member("Di" + UUID.randomUUID());
        core.send(interview, ada, new Command.GiveSeat(di.id(), Seat.OBSERVER));
        press(open(), "b]");
        signedIn.person = Optional.of(di);
        ConsoleView view = open();
        assertThat(shows(all(view, GuidePanel.class).getFirst())).isTrue();
        assertThat(words(all(view, AnchorList.class).getFirst())).isNotEmpty();
        assertThat(all(view, Choice.class)).noneMatch(ConsoleViewTest::shows);
        assertThat(shows(all(view, EvidencePanel.class).getFirst())).isFalse();
        assertThat(labels(view)).noneMatch(one -> one.startsWith("Ask") || one.startsWith("Reached"));
        press(view, "4l");
        assertThat(words(view)).contains("You observe this interview");
        core.send(interview, ada, new Command.Finish());
        view = open();
        assertThat(words(view)).contains("The interviewers score on their own.");
        assertThat(all(view, NativeButton.class).stream().filter(ConsoleViewTest::shows))
                .noneMatch(one -> one.getText().startsWith("Lock"));
    }

    @Test
    void a_shadow_scores_and_is_told_that_it_never_counts() {
        Person cy = core.member("Cy" + UUID.randomUUID());
        core.send(interview, ada, new Command.GiveSeat(cy.id(), Seat.SHADOW));
        press(open(), "b]");
        signedIn.person = Optional.of(cy);
        ConsoleView view = open();
        press(view, "4");
        assertThat(chosen(view, Shift.STRATEGY)).contains("4");
        assertThat(labels(view)).noneMatch(one -> one.equals("Ask") || one.startsWith("Next question"));
        assertThat(words(all(view, SeatsPart.class).getFirst())).startsWith("You shadow");
        press(view, "l");
        assertThat(words(all(view, SheetPanel.class).getFirst())).contains("it never counts");
        assertThat(labels(view)).noneMatch(one -> one.startsWith("Finish"));
    }

    @Test
    void publication_waits_for_the_self_score_or_for_an_explicit_choice() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up");
        ConsoleView view = complete();
        lock(view);
        assertThat(labels(view))
                .contains(
                        "Publish without the self-score and open the debrief",
                        "Publish without the self-score and without a debrief")
                .doesNotContain("Publish and open the debrief", "Publish without a debrief");
        core.selfScore(interview, maya, Level.THREE);
        press(view, "ll");
        ConsoleView again = open();
        assertThat(labels(again))
                .contains("Publish and open the debrief", "Publish without a debrief")
                .doesNotContain(
                        "Publish without the self-score and open the debrief",
                        "Publish without the self-score and without a debrief");
    }

    @Test
    void whoever_has_no_part_as_an_interviewer_finds_nothing() {
        signedIn.person = Optional.of(maya);
        UI.getCurrent().navigate("interviews/" + interview.value());
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
        UI.getCurrent().navigate("interviews/no-such-thing");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    @Test
    void a_key_that_comes_long_after_it_was_pressed_moves_nobody_on_but_scores() {
        ConsoleView view = open();
        press(view, "b]");
        view.press("4", Optional.empty(), 60_000);
        view.press("]", Optional.empty(), 50_000);
        assertThat(words(view)).contains("The connection was lost when you pressed");
        assertThat(chosen(view, Shift.STRATEGY)).contains("4");
        view.press("2", Optional.empty(), 45_000);
        assertThat(chosen(view, Shift.ACCOUNTABILITY)).contains("2");
    }

    @Test
    void nothing_is_done_in_the_name_of_somebody_who_has_signed_out() {
        ConsoleView view = open();
        press(view, "b]");
        signedIn.person = Optional.of(ben);
        press(view, "4");
        signedIn.person = Optional.of(ada);
        press(view, "v");
        assertThat(chosen(view, Shift.STRATEGY)).isEmpty();
    }

    /** Over, with everything given. */
    private ConsoleView complete() {
        ConsoleView view = open();
        press(view, "b]423v");
        core.send(
                interview,
                ada,
                new Command.NoteEvidence(
                        new org.threeshift.core.interview.model.EvidenceId(UUID.randomUUID()),
                        QUESTION,
                        "Said it plainly"));
        finish(view);
        assertThat(all(all(view, MissingList.class).getFirst(), NativeButton.class))
                .isEmpty();
        return view;
    }

    private void finish(ConsoleView view) {
        press(view, "l");
        test(button(view, "Finish the interview")).click();
    }

    private void lock(ConsoleView view) {
        LockPanel panel = all(view, LockPanel.class).getFirst();
        panel.choose(Verdict.YES);
        all(panel, TextField.class).getFirst().setValue("Starts from the money");
        test(button(view, "Lock the sheet")).click();
    }

    private static NativeButton button(ConsoleView view, String label) {
        return all(view, NativeButton.class).stream()
                .filter(ConsoleViewTest::shows)
                .filter(button -> button.getElement().getTextRecursively().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(ConsoleView view) {
        return all(view, NativeButton.class).stream()
                .filter(ConsoleViewTest::shows)
                .map(button -> button.getElement().getTextRecursively())
                .toList();
    }

    private static Optional<String> chosen(ConsoleView view, Shift shift) {
        ShiftScale scale = all(view, ShiftScale.class).stream()
                .filter(one -> one.getElement()
                        .getClassList()
                        .contains("shift-" + shift.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        return all(scale, Choice.class).stream()
                .filter(Choice::chosen)
                .map(choice -> choice.getChildren()
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getAttribute("value"))
                .findFirst();
    }

    /** In sight: neither it nor anything around it is hidden. */
    private static boolean shows(Component part) {
        return !part.getElement().hasAttribute("hidden")
                && part.getParent().map(ConsoleViewTest::shows).orElse(true);
    }

    /** Everything that the browser was sent as words. */
    private static String words(Component view) {
        return view.getElement().getTextRecursively();
    }

    private static <C extends Component> List<C> all(Component root, Class<C> type) {
        return root.getChildren()
                .flatMap(child -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(child)
                                .filter(type::isInstance)
                                .map(type::cast),
                        all(child, type).stream()))
                .toList();
    }
}
