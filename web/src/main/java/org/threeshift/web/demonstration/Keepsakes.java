package org.threeshift.web.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Token;
import org.threeshift.core.opinion.Opinion;
import org.threeshift.core.opinion.SecondOpinions;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.core.sharing.Sharing.Made;

/** What people of the demonstration keep beside their interviews: consents, a shared scorecard, a coach's notes and second opinion. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Keepsakes {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("demonstration.keepsakes", Locale.ENGLISH);

    private final Consents consents;
    private final Scorecards scorecards;
    private final Sharing sharing;
    private final CoachNotes notes;
    private final SecondOpinions opinions;

    Keepsakes(Consents consents, Scorecards scorecards, Sharing sharing, CoachNotes notes, SecondOpinions opinions) {
        this.consents = consents;
        this.scorecards = scorecards;
        this.sharing = sharing;
        this.notes = notes;
        this.opinions = opinions;
    }

    void make(Person coach, Person candidate, List<Person> everybody) {
        everybody.forEach(person -> consents.agree(person.id(), Subject.ACCOUNT));
        share(candidate);
        notes.write(coach, candidate.id(), WORDS.getString("note.first"));
        notes.write(coach, candidate.id(), WORDS.getString("note.second"));
        notes.of(coach, candidate.id()).stream()
                .findFirst()
                .ifPresent(note -> notes.reword(coach, candidate.id(), note.id(), WORDS.getString("note.reworded")));
        notes.of(coach, candidate.id()).stream()
                .skip(1)
                .findFirst()
                .ifPresent(note -> notes.share(coach, candidate.id(), note.id(), true));
        scorecards.followed(coach.id(), candidate.id()).stream()
                .flatMap(held -> scorecards.find(held.interview(), coach.id()).stream())
                .filter(card -> !card.interviewers().contains(coach.id()))
                .findFirst()
                .ifPresent(card -> opinion(coach, card));
    }

    /** A little sterner than the interviewers, and on every third question of the same mind. */
    private void opinion(Person coach, Scorecard card) {
        Map<Opinion.Place, Level> levels = new HashMap<>();
        Map<Opinion.TrapPlace, TrapJudgement> traps = new HashMap<>();
        card.questions().forEach(question -> {
            String id = question.question().id();
            double sterner = question.number() % 3 == 0 ? 0 : 0.7;
            question.shifts()
                    .forEach(levelsOf -> levels.put(
                            new Opinion.Place(id, levelsOf.shift()),
                            levelsOf.mean().isPresent()
                                    ? Answer.level(levelsOf.mean().getAsDouble() - sterner)
                                    : Level.NOT_OBSERVED));
            question.traps()
                    .forEach(trap -> traps.put(
                            new Opinion.TrapPlace(id, trap.trap().id()),
                            trap.overall().orElse(TrapJudgement.AVOIDED)));
        });
        opinions.enter(
                card.interview(),
                coach,
                new SecondOpinions.Entered(levels, traps, Optional.of(Verdict.NO), WORDS.getString("opinion")),
                true);
    }

    /** A link that two people have opened. */
    private void share(Person candidate) {
        scorecards.history(candidate.id()).stream().findFirst().ifPresent(latest -> {
            var wish = new Sharing.Wish(WORDS.getString("share"), "SUMMARY", "INITIALS", OptionalInt.of(14));
            if (sharing.share(latest.interview(), candidate.id(), wish) instanceof Made.Done(var _, var token)) {
                for (String visitor : List.of("at work", "at home")) {
                    sharing.open(token, Optional.empty(), new Token(visitor).hash());
                }
            }
        });
    }
}
