package org.threeshift.web.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.PracticePlans;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.core.scorecard.Standing;
import org.threeshift.core.scorecard.TrapHistory;
import org.threeshift.web.page.Texts;

/** Puts names to scorecards, in one query a page. */
@Component
public final class Sheets {
    /** So many lines of all cohorts together keep the list well below 100 kB; the others are a click away. */
    private static final int LINES = 24;

    private static final int LEAST = 3;
    private final Scorecards scorecards;
    private final People people;
    private final Cohorts cohorts;
    private final PracticePlans plans;
    private final Texts texts;

    Sheets(Scorecards scorecards, People people, Cohorts cohorts, PracticePlans plans, Texts texts) {
        this.scorecards = scorecards;
        this.people = people;
        this.cohorts = cohorts;
        this.plans = plans;
        this.texts = texts;
    }

    ScorecardSheet sheet(Answer.Ready ready, Person viewer) {
        Scorecard scorecard = ready.scorecard();
        Set<PersonId> wanted = new HashSet<>(scorecard.interviewers());
        scorecard.candidate().ifPresent(wanted::add);
        scorecard.sentence().ifPresent(agreed -> {
            wanted.add(agreed.wordedBy());
            wanted.addAll(agreed.confirmedBy());
        });
        return new ScorecardSheet(scorecard, ready.insight(), true, viewer.guest(), names(wanted), texts);
    }

    /** Under the names that whoever shares it chose: interviewers by number, because it is not theirs to be shown. */
    public ScorecardSheet shared(Scorecard scorecard, String candidate) {
        var names = new HashMap<PersonId, String>();
        for (PersonId interviewer : scorecard.interviewers()) {
            names.put(interviewer, texts.text("scorecard.interviewer", names.size() + 1));
        }
        scorecard.candidate().ifPresent(person -> names.put(person, candidate));
        return new ScorecardSheet(scorecard, Insight.WHOLE, false, false, names, texts);
    }

    /** As the candidate keeps it in a file. */
    public ScorecardSheet filed(Scorecard scorecard, Person candidate) {
        ScorecardSheet own = sheet(new Answer.Ready(scorecard, Insight.OWN), candidate);
        return new ScorecardSheet(scorecard, Insight.OWN, false, false, own.names(), texts);
    }

    /** What stands beside a scorecard, for its candidate and whoever follows them. */
    Optional<Beside> beside(Answer.Ready ready, Person viewer) {
        Scorecard card = ready.scorecard();
        if (!scorecards.follows(card, viewer.id())) {
            return Optional.empty();
        }
        List<Scorecard> upTo = scorecards.upTo(card, viewer.id());
        return Optional.of(new Beside(plans.of(card, viewer.id(), upTo), TrapHistory.of(upTo)));
    }

    Lists lists(Person viewer) {
        List<Cohort> coached = cohorts.of(viewer.id());
        int each = Math.max(LEAST, LINES / Math.max(1, coached.size()));
        List<Person> followed = coached.stream()
                .flatMap(cohort -> cohort.members().stream().limit(each))
                .toList();
        Map<PersonId, Standing> latest =
                scorecards
                        .standings(
                                viewer.id(), followed.stream().map(Person::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Standing::candidate, standing -> standing));
        List<Standing> held = scorecards.heldBy(viewer.id());
        Map<PersonId, String> names =
                names(held.stream().map(Standing::candidate).collect(Collectors.toSet()));
        var groups = new ArrayList<Lists.Group>();
        for (Cohort cohort : coached) {
            String list = "cohort-" + groups.size();
            groups.add(new Lists.Group(
                    cohort.name(),
                    "/cohorts/" + cohort.id(),
                    Math.max(0, cohort.members().size() - each),
                    cohort.members().stream()
                            .limit(each)
                            .flatMap(member -> Optional.ofNullable(latest.get(member.id()))
                                    .map(standing -> Lists.Line.of(list, standing, member.name()))
                                    .stream())
                            .toList()));
        }
        return new Lists(
                scorecards.history(viewer.id()).stream()
                        .map(standing -> Lists.Line.own(standing))
                        .toList(),
                groups,
                held.stream()
                        .map(standing -> Lists.Line.of("held", standing, names.getOrDefault(standing.candidate(), "")))
                        .toList());
    }

    private Map<PersonId, String> names(Set<PersonId> wanted) {
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
