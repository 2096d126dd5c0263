package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.exchange.Exchanges.Swap;
import org.threeshift.core.exchange.Progress.FirstHalfOnly;
import org.threeshift.core.exchange.Progress.Why;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Joining;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

class ExchangesTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.member("Ada");
    private final Person ben = core.member("Ben");
    private final Person eve = core.member("Eve");

    @Test
    void the_first_half_is_an_ordinary_peer_interview_with_half_of_the_time() {
        Made.Done made = made(core.member("Host"), new Candidate.Member(ben.id()), 90, false);
        InterviewerView first = core.views
                .forInterviewer(made.first(), seen(made, ben.id()).other().orElseThrow())
                .orElseThrow();
        assertThat(first.setup().kind()).isEqualTo(Kind.PEER);
        assertThat(first.setup().agenda().minutes()).isEqualTo(45);
        assertThat(first.setup().agenda().items()).hasSize(7);
        assertThat(made.invitation()).isEmpty();
    }

    @Test
    void without_a_time_of_its_own_each_half_has_the_rounds() {
        Made made = core.exchanges.host(plan(new Candidate.Member(ben.id()), OptionalInt.empty(), false), ada);
        assertThat(seen((Made.Done) made, ada.id()).minutes()).isEqualTo(110);
        assertThat(seen((Made.Done) made, ada.id()).first().minutes()).isEqualTo(55);
    }

    @Test
    void sending_the_form_twice_makes_one_exchange() {
        Exchanges.Plan plan = plan(new Candidate.Member(ben.id()), OptionalInt.of(90), false);
        assertThat(core.exchanges.host(plan, ada)).isEqualTo(core.exchanges.host(plan, ada));
    }

    @Test
    void the_partner_may_interview_first_when_they_are_a_member() {
        Made.Done made = made(ada, new Candidate.ByEmail("ben@example.org"), 60, true);
        assertThat(seen(made, ben.id()).chair()).isEqualTo(Chair.INTERVIEWER);
        assertThat(seen(made, ada.id()).chair()).isEqualTo(Chair.CANDIDATE);
        assertThat(core.exchanges.host(plan(new Candidate.ByLink("Zoe"), OptionalInt.of(60), true), ada))
                .isEqualTo(new Made.Refused(ExchangeRefusal.PARTNER_FIRST_NEEDS_MEMBER));
    }

    @Test
    void what_a_form_cannot_offer_is_refused() {
        assertThat(core.exchanges.host(plan(new Candidate.Member(ben.id()), OptionalInt.of(45), false), ada))
                .isEqualTo(new Made.Refused(ExchangeRefusal.MINUTES));
        assertThat(core.exchanges.host(plan(new Candidate.Member(ada.id()), OptionalInt.of(90), false), ada))
                .isEqualTo(new Made.NotHosted(Refusal.of(Refusal.Code.CANDIDATE_IS_INTERVIEWER)));
        assertThat(core.exchanges.host(plan("weather", new Candidate.Member(ben.id()), OptionalInt.of(90), false), ada))
                .isEqualTo(new Made.NotHosted(Refusal.of(Refusal.Code.ROUND_UNKNOWN)));
    }

    @Test
    void only_the_two_know_of_it() {
        Made.Done made = made(ada, ben, 90);
        assertThat(core.exchanges.find(made.exchange(), eve.id())).isEmpty();
        assertThat(core.exchanges.of(made.first(), eve.id())).isEmpty();
        assertThat(core.exchanges.agree(made.exchange(), eve.id())).isEqualTo(refused(ExchangeRefusal.NOT_FOUND));
        assertThat(core.exchanges.decline(made.exchange(), eve.id())).isEqualTo(refused(ExchangeRefusal.NOT_FOUND));
        assertThat(core.exchanges.agree(new ExchangeId(core.ids.next()), ada.id()))
                .isEqualTo(refused(ExchangeRefusal.NOT_FOUND));
    }

    @Test
    void nobody_swaps_before_the_first_half_is_over() {
        Made.Done made = made(ada, ben, 90);
        assertThat(core.exchanges.agree(made.exchange(), ada.id())).isEqualTo(refused(ExchangeRefusal.NOT_YET));
        start(made.first(), ada);
        assertThat(core.exchanges.agree(made.exchange(), ben.id())).isEqualTo(refused(ExchangeRefusal.NOT_YET));
        assertThat(core.exchanges.decline(made.exchange(), ben.id())).isEqualTo(refused(ExchangeRefusal.NOT_YET));
    }

    @Test
    void once_both_agree_the_chairs_are_swapped_on_questions_that_neither_saw() {
        Made.Done made = overFirst(90);
        ExchangeView waiting = done(core.exchanges.agree(made.exchange(), ada.id()));
        assertThat(waiting.ready()).isTrue();
        assertThat(waiting.otherReady()).isFalse();
        assertThat(waiting.second()).isEmpty();
        assertThat(waiting.next().orElseThrow())
                .isEqualTo(new ExchangeView.Next("Director panel", 5, 45, SecondRound.Source.ROUND));
        ExchangeView swapped = done(core.exchanges.agree(made.exchange(), ben.id()));
        Half second = swapped.second().orElseThrow();
        assertThat(swapped.progress()).isEqualTo(new Progress.SecondHalf());
        assertThat(swapped.source()).contains(SecondRound.Source.ROUND);
        assertThat(second.interviewer()).isEqualTo(ben.id());
        assertThat(second.candidate()).contains(ada.id());
        assertThat(second.phase()).isEqualTo(Phase.SCHEDULED);
        assertThat(questions(second.id(), ben)).doesNotContainAnyElementsOf(questions(made.first(), ada));
        assertThat(core.send(second.id(), ben, new Command.Start())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void agreeing_again_changes_nothing() {
        Made.Done made = overFirst(90);
        done(core.exchanges.agree(made.exchange(), ada.id()));
        done(core.exchanges.agree(made.exchange(), ada.id()));
        ExchangeView once = done(core.exchanges.agree(made.exchange(), ben.id()));
        assertThat(done(core.exchanges.agree(made.exchange(), ben.id()))).isEqualTo(once);
        assertThat(core.exchanges.decline(made.exchange(), ben.id())).isEqualTo(refused(ExchangeRefusal.SWAPPED));
    }

    @Test
    void an_interviewer_who_agrees_in_overtime_ends_the_first_half() {
        Made.Done made = made(ada, ben, 60);
        start(made.first(), ada);
        core.pass(Duration.ofMinutes(36));
        assertThat(seen(made, ben.id()).first().overtime()).isTrue();
        done(core.exchanges.agree(made.exchange(), ben.id()));
        assertThat(seen(made, ada.id()).first().phase()).isEqualTo(Phase.LIVE);
        ExchangeView swapped = done(core.exchanges.agree(made.exchange(), ada.id()));
        assertThat(swapped.first().phase()).isEqualTo(Phase.DEBRIEFING);
        assertThat(swapped.second().orElseThrow().minutes()).isEqualTo(24);
    }

    @Test
    void a_first_half_in_which_nothing_was_asked_cannot_be_swapped() {
        Made.Done made = made(ada, ben, 60);
        core.send(made.first(), ada, new Command.Start());
        core.pass(Duration.ofMinutes(36));
        assertThat(core.exchanges.agree(made.exchange(), ada.id()))
                .isEqualTo(
                        new Swap.Refused(Refusal.of(Refusal.Code.NOTHING_POSED).sentence()));
    }

    @Test
    void a_guest_takes_the_interviewers_chair_of_their_half() {
        Made.Done made = made(ada, new Candidate.ByLink("Zoe"), 60, false);
        Person zoe = guest(made.invitation().orElseThrow(), made.first());
        over(made.first(), ada);
        done(core.exchanges.agree(made.exchange(), zoe.id()));
        InterviewId second = done(core.exchanges.agree(made.exchange(), ada.id()))
                .second()
                .orElseThrow()
                .id();
        assertThat(core.send(second, zoe, new Command.Start())).isInstanceOf(Outcome.Done.class);
        assertThat(core.views.forInterviewer(second, zoe.id())).isPresent();
        assertThat(core.views.forInterviewer(made.first(), zoe.id())).isEmpty();
    }

    @Test
    void without_a_swap_the_first_half_stays_whole() {
        Made.Done made = overFirst(90);
        done(core.exchanges.agree(made.exchange(), ada.id()));
        ExchangeView alone = done(core.exchanges.decline(made.exchange(), ben.id()));
        assertThat(alone.progress()).isEqualTo(new FirstHalfOnly(Why.CANDIDATE_DECLINED));
        assertThat(alone.second()).isEmpty();
        assertThat(core.exchanges.agree(made.exchange(), ben.id())).isEqualTo(refused(ExchangeRefusal.DECLINED));
        assertThat(done(core.exchanges.decline(made.exchange(), ben.id()))).isEqualTo(alone);
        assertThat(seen(made, ada.id()).first().phase()).isEqualTo(Phase.DEBRIEFING);
    }

    @Test
    void an_offer_that_nobody_takes_ends_by_itself() {
        Made.Done made = overFirst(90);
        done(core.exchanges.agree(made.exchange(), ada.id()));
        core.pass(Duration.ofDays(2));
        assertThat(seen(made, ada.id()).progress()).isEqualTo(new FirstHalfOnly(Why.EXPIRED));
        assertThat(core.exchanges.agree(made.exchange(), ben.id())).isEqualTo(refused(ExchangeRefusal.EXPIRED));
    }

    @Test
    void while_its_first_half_runs_on_after_a_no_an_exchange_is_not_over() {
        Made.Done made = made(ada, ben, 90);
        start(made.first(), ada);
        core.pass(Duration.ofMinutes(46));
        ExchangeView running = done(core.exchanges.decline(made.exchange(), ben.id()));
        assertThat(running.progress()).isEqualTo(new FirstHalfOnly(Why.CANDIDATE_DECLINED));
        assertThat(running.over()).isFalse();
        core.send(made.first(), ada, new Command.Finish());
        assertThat(seen(made, ada.id()).over()).isTrue();
    }

    @Test
    void a_second_half_that_is_called_off_leaves_the_first_alone() {
        Made.Done made = overFirst(90);
        done(core.exchanges.agree(made.exchange(), ada.id()));
        InterviewId second = done(core.exchanges.agree(made.exchange(), ben.id()))
                .second()
                .orElseThrow()
                .id();
        core.send(second, ben, new Command.Cancel("The train."));
        assertThat(seen(made, ada.id()).progress()).isEqualTo(new FirstHalfOnly(Why.SECOND_CALLED_OFF));
        assertThat(core.exchanges.agree(made.exchange(), ada.id()))
                .isEqualTo(refused(ExchangeRefusal.SECOND_CALLED_OFF));
    }

    @Test
    void with_its_first_half_called_off_the_exchange_is_off() {
        Made.Done made = made(ada, ben, 90);
        core.send(made.first(), ada, new Command.Cancel("Ill."));
        assertThat(seen(made, ben.id()).progress()).isEqualTo(new Progress.CalledOff());
        assertThat(core.exchanges.agree(made.exchange(), ben.id())).isEqualTo(refused(ExchangeRefusal.CALLED_OFF));
    }

    @Test
    void the_other_one_is_woken_by_each_word() {
        Made.Done made = overFirst(90);
        var rings = new ArrayList<String>();
        try (Bell.Listening _ = core.bell.listen(made.first().value(), () -> rings.add("ring"))) {
            done(core.exchanges.agree(made.exchange(), ada.id()));
            assertThat(rings).hasSize(1);
            done(core.exchanges.agree(made.exchange(), ben.id()));
            assertThat(rings).hasSize(2);
        }
    }

    @Test
    void what_was_posed_to_the_new_candidate_lately_does_not_come_back() {
        Person coach = core.coach("Carla");
        over(core.host(coach, new Candidate.Member(ada.id()), "director-panel"), coach);
        Made.Done made = overFirst(90);
        done(core.exchanges.agree(made.exchange(), ada.id()));
        ExchangeView swapped = done(core.exchanges.agree(made.exchange(), ben.id()));
        assertThat(swapped.source()).contains(SecondRound.Source.FRESH_QUESTIONS);
        assertThat(questions(swapped.second().orElseThrow().id(), ben)).doesNotContain("across-from-finance");
    }

    private Made.Done overFirst(int minutes) {
        Made.Done made = made(ada, ben, minutes);
        over(made.first(), ada);
        return made;
    }

    private Made.Done made(Person host, Person partner, int minutes) {
        return made(host, new Candidate.Member(partner.id()), minutes, false);
    }

    private Made.Done made(Person host, Candidate partner, int minutes, boolean partnerFirst) {
        return (Made.Done) core.exchanges.host(plan(partner, OptionalInt.of(minutes), partnerFirst), host);
    }

    private Exchanges.Plan plan(Candidate partner, OptionalInt minutes, boolean partnerFirst) {
        return plan("the-seven", partner, minutes, partnerFirst);
    }

    private Exchanges.Plan plan(String round, Candidate partner, OptionalInt minutes, boolean partnerFirst) {
        var first = new Hosting.Plan(
                new InterviewId(core.ids.next()),
                Kind.PEER,
                "marketing-manager",
                round,
                partner,
                Set.of(),
                Optional.empty(),
                ada.zone());
        return new Exchanges.Plan(first, minutes, partnerFirst);
    }

    private void start(InterviewId interview, Person interviewer) {
        core.send(interview, interviewer, new Command.Start());
        String question = questions(interview, interviewer).getFirst();
        assertThat(core.send(interview, interviewer, new Command.Pose(question)))
                .isInstanceOf(Outcome.Done.class);
    }

    private void over(InterviewId interview, Person interviewer) {
        start(interview, interviewer);
        assertThat(core.send(interview, interviewer, new Command.Finish())).isInstanceOf(Outcome.Done.class);
    }

    private Person guest(Token invitation, InterviewId interview) {
        var welcomed = core.people.welcomeGuest("Zoe", ada.zone());
        Person guest = ((org.threeshift.core.people.Outcome.Done) welcomed).person();
        assertThat(core.hosting.join(invitation, guest.id())).isEqualTo(new Joining.Joined(interview));
        return guest;
    }

    private List<String> questions(InterviewId interview, Person interviewer) {
        return core.views.forInterviewer(interview, interviewer.id()).orElseThrow().setup().agenda().items().stream()
                .map(AgendaItem::questionId)
                .toList();
    }

    private ExchangeView seen(Made.Done made, PersonId reader) {
        return core.exchanges.find(made.exchange(), reader).orElseThrow();
    }

    private static ExchangeView done(Swap swap) {
        return ((Swap.Done) swap).view();
    }

    private static Swap refused(ExchangeRefusal refusal) {
        return new Swap.Refused(refusal.sentence());
    }

    @Test
    void a_second_half_whose_interviewer_is_not_here_any_more_says_so_and_what_to_do() {
        var store = new InMemoryExchanges();
        var first = new InterviewId(core.ids.next());
        var gone = new PersonId(core.ids.next());
        Made.Done like = made(ada, ben, 90);
        var setup =
                core.views.forInterviewer(like.first(), ada.id()).orElseThrow().setup();
        core.send(
                first,
                ada,
                new Command.Schedule(
                        Kind.PEER,
                        Set.of(ada.id()),
                        Optional.of(gone),
                        "Gone",
                        setup.agenda(),
                        core.time.instant(),
                        setup.zone()));
        core.send(first, ada, new Command.Start());
        core.send(first, ada, new Command.Pose(setup.agenda().items().getFirst().questionId()));
        core.send(first, ada, new Command.Finish());
        var id = new ExchangeId(core.ids.next());
        store.add(Exchange.agreedOn(id, first, new InterviewId(core.ids.next()), 90), core.time.instant());
        store.agree(id, Chair.CANDIDATE, core.time.instant());
        Exchanges exchanges = new Exchanges(
                store,
                core.hosting,
                core.interviews,
                new ExchangeViews(
                        store,
                        core.states,
                        new SecondHalves(
                                store, core.hosting, core.index, core.banks, core.people, List.of(), List.of()),
                        List.of(),
                        core.time),
                core.banks,
                core.people,
                core.bell,
                core.ids,
                core.time);
        ExchangeView view = done(exchanges.agree(id, ada.id()));
        assertThat(view.progress()).isEqualTo(new FirstHalfOnly(Why.NOT_SET_UP));
        assertThat(view.standing()).isEqualTo(ExchangeView.Standing.ONLY_NOT_SET_UP);
        assertThat(exchanges.agree(id, ada.id())).isEqualTo(refused(ExchangeRefusal.NOT_SET_UP));
        assertThat(exchanges.among(List.of(first), ada.id())).hasSize(1);
    }
}
