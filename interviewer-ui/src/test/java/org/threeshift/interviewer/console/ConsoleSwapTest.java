package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.ExchangeView.Standing;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Person;

/** The interviewer's side of an exchange: ada interviews first, ben sits opposite. */
class ConsoleSwapTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.member("Ada");
    private final Person ben = core.member("Ben");
    private InterviewId first = new InterviewId(core.ids.next());
    private ExchangeId exchange = new ExchangeId(core.ids.next());

    @BeforeEach
    void an_exchange_of_an_hour() {
        var plan = new Hosting.Plan(
                first,
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Candidate.Member(ben.id()),
                Set.of(),
                Optional.empty(),
                ada.zone());
        var made = (Made.Done) core.exchanges.host(new Exchanges.Plan(plan, OptionalInt.of(60), false), ada);
        first = made.first();
        exchange = made.exchange();
    }

    private ConsolePresenter console(Person person, InterviewId interview) {
        return ConsolePresenter.open(ConsolePresenterTest.services(core), person, interview)
                .orElseThrow();
    }

    private static Standing standing(Screen screen) {
        return screen.exchange().orElseThrow().standing();
    }

    @Test
    void the_swap_is_offered_once_the_first_half_is_over_and_says_who_waits_for_whom() {
        ConsolePresenter presenter = console(ada, first);
        assertThat(standing(presenter.screen())).isEqualTo(Standing.AHEAD);
        presenter.lobby().start();
        presenter.course().next();
        assertThat(standing(presenter.course().finish())).isEqualTo(Standing.OFFERED);
        assertThat(standing(presenter.exchange().agree())).isEqualTo(Standing.WAITING);
        core.exchanges.agree(exchange, ben.id());
        Screen swapped = ConsolePresenterTest.refreshed(presenter);
        assertThat(standing(swapped)).isEqualTo(Standing.SWAPPED);
        InterviewId second =
                swapped.exchange().orElseThrow().goesOnIn().orElseThrow().id();
        assertThat(console(ben, second).screen().phase()).isEqualTo(Phase.SCHEDULED);
        assertThat(ConsolePresenter.open(ConsolePresenterTest.services(core), ada, second))
                .isEmpty();
    }

    @Test
    void what_the_other_says_is_news_and_the_clock_alone_is_none() {
        ConsolePresenter presenter = console(ada, first);
        presenter.lobby().start();
        presenter.course().next();
        core.pass(Duration.ofMinutes(31));
        ConsolePresenterTest.refreshed(presenter);
        core.pass(Duration.ofMinutes(5));
        assertThat(presenter.isNews(presenter.outbox().dispatch().look().orElseThrow()))
                .isFalse();
        core.exchanges.agree(exchange, ben.id());
        assertThat(presenter.isNews(presenter.outbox().dispatch().look().orElseThrow()))
                .isTrue();
    }

    @Test
    void in_overtime_agreeing_ends_the_first_half() {
        ConsolePresenter presenter = console(ada, first);
        presenter.lobby().start();
        presenter.course().next();
        core.pass(Duration.ofMinutes(31));
        assertThat(standing(ConsolePresenterTest.refreshed(presenter))).isEqualTo(Standing.OFFERED);
        presenter.exchange().agree();
        assertThat(ConsolePresenterTest.refreshed(presenter).phase()).isEqualTo(Phase.DEBRIEFING);
    }

    @Test
    void no_swap_today_is_said_on_both_sides() {
        ConsolePresenter presenter = console(ada, first);
        presenter.lobby().start();
        presenter.course().next();
        presenter.course().finish();
        core.exchanges.decline(exchange, ben.id());
        assertThat(standing(ConsolePresenterTest.refreshed(presenter))).isEqualTo(Standing.ONLY_BY_OTHER);
        assertThat(presenter.exchange().agree().said(Place.SWAP).orElseThrow())
                .startsWith("One of you said that there is no swap");
    }

    @Test
    void an_interview_that_is_no_half_of_an_exchange_says_nothing_of_one() {
        InterviewId alone = core.host(core.coach("Carla"), new Candidate.Member(ben.id()), "warm-up");
        Person carla = core.people.findByEmail("carla@example.org").orElseThrow();
        assertThat(console(carla, alone).screen().exchange()).isEmpty();
    }
}
