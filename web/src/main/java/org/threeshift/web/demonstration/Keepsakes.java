package org.threeshift.web.demonstration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.core.sharing.Sharing.Made;

/** What people of the demonstration keep beside their interviews: consents, a shared scorecard, a coach's notes. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Keepsakes {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("demonstration.keepsakes", Locale.ENGLISH);

    private final Consents consents;
    private final Scorecards scorecards;
    private final Sharing sharing;
    private final CoachNotes notes;

    Keepsakes(Consents consents, Scorecards scorecards, Sharing sharing, CoachNotes notes) {
        this.consents = consents;
        this.scorecards = scorecards;
        this.sharing = sharing;
        this.notes = notes;
    }

    void make(Person coach, Person candidate, List<Person> everybody) {
        everybody.forEach(person -> consents.agree(person.id(), Subject.ACCOUNT));
        share(candidate);
        notes.write(coach, candidate.id(), WORDS.getString("note.first"));
        notes.write(coach, candidate.id(), WORDS.getString("note.second"));
        notes.of(coach, candidate.id()).stream()
                .findFirst()
                .ifPresent(note -> notes.reword(coach, candidate.id(), note.id(), WORDS.getString("note.reworded")));
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
