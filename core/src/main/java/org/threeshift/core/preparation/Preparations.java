package org.threeshift.core.preparation;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.practice.Wish;
import org.threeshift.core.preparation.CandidatesCard.LastPlan;
import org.threeshift.core.preparation.InterviewersCard.Primer;
import org.threeshift.core.scorecard.Plan;
import org.threeshift.core.scorecard.PracticePlans;
import org.threeshift.core.scorecard.Scorecards;

/** Makes the cards that people prepare with, for as long as an interview is agreed and has not begun. */
@Service
public class Preparations {
    private final InterviewViews views;
    private final InterviewIndex index;
    private final Scorecards scorecards;
    private final PracticePlans plans;
    private final Practice practice;
    private final People people;
    private final PostgresPrimers primers;
    private final InstantSource time;

    Preparations(
            InterviewViews views,
            InterviewIndex index,
            Scorecards scorecards,
            PracticePlans plans,
            Practice practice,
            People people,
            PostgresPrimers primers,
            InstantSource time) {
        this.views = views;
        this.index = index;
        this.scorecards = scorecards;
        this.plans = plans;
        this.practice = practice;
        this.people = people;
        this.primers = primers;
        this.time = time;
    }

    /** For its candidate; absent for everybody else. */
    public Optional<CandidatesCard> ofCandidate(InterviewId interview, Person person) {
        return views.forCandidate(interview, person.id())
                .filter(view -> view.phase() == Phase.SCHEDULED)
                .map(view -> new CandidatesCard(
                        view.id(), view.roundTitle(), view.minutes(), view.questions(), lastPlan(person)));
    }

    /**
     * For whoever sits on the interviewers' side of it; absent for everybody else. The first interview for which somebody
     * prepares who is to give feedback is remembered.
     */
    public Optional<InterviewersCard> ofInterviewer(InterviewId interview, Person person) {
        return views.forInterviewer(interview, person.id())
                .filter(view -> view.phase() == Phase.SCHEDULED)
                .map(view -> card(view, person));
    }

    private InterviewersCard card(InterviewerView view, Person person) {
        Setup setup = view.setup();
        Optional<Person> candidate = setup.candidate().flatMap(people::find);
        Optional<Wish> wish = setup.candidate().flatMap(practice::find);
        return new InterviewersCard(
                view.id(),
                view.seat(),
                setup.agenda().title(),
                setup.agenda().minutes(),
                setup.agenda().items().stream()
                        .map(item -> Objects.requireNonNull(view.guide().get(item.questionId())))
                        .toList(),
                wish.flatMap(Wish::targetRole)
                        .or(() -> candidate.flatMap(some -> some.profile().targetRole())),
                seniority(wish, candidate),
                view.seat() == Seat.OBSERVER ? Optional.empty() : Optional.of(primer(view.id(), person.id())));
    }

    private static Optional<Seniority> seniority(Optional<Wish> wish, Optional<Person> candidate) {
        return wish.flatMap(Wish::seniority)
                .or(() -> candidate.flatMap(some -> some.profile().seniority()));
    }

    private Primer primer(InterviewId interview, PersonId person) {
        return primers.firstOf(person, interview, time.instant()).equals(interview)
                ? Primer.FIRST_TIME
                : Primer.READ_BEFORE;
    }

    private Optional<LastPlan> lastPlan(Person person) {
        return index.published(person.id(), Seat.CANDIDATE, 1).stream()
                .findFirst()
                .flatMap(entry -> scorecards.find(entry.id(), person.id()))
                .map(scorecard -> {
                    Plan plan = plans.of(scorecard, person.id());
                    List<org.threeshift.core.scorecard.Practice> open = plan.items().stream()
                            .filter(item -> item.done().isEmpty())
                            .map(Plan.Item::practice)
                            .toList();
                    return new LastPlan(scorecard.interview(), open, plan.done());
                });
    }
}
