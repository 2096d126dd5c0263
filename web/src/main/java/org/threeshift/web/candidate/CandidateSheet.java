package org.threeshift.web.candidate;

import java.util.Locale;
import org.threeshift.core.following.CandidatePage;
import org.threeshift.core.following.Finding;
import org.threeshift.core.following.NextSession;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Texts;

/** A candidate's page with the words that it needs. */
public record CandidateSheet(CandidatePage page, Texts texts) {

    public String name(PersonId id) {
        Person person = page.people().get(id);
        return person == null ? texts.text("scorecard.somebody") : person.name();
    }

    public String why(NextSession.Pick pick) {
        return texts.text("candidate.next.why."
                + pick.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The rule of the whole suggestion. */
    public String rule(NextSession next) {
        return next.shift()
                .map(shift -> texts.text("candidate.next.rule", texts.name(shift), NextSession.DAYS))
                .orElseGet(() -> texts.text("candidate.next.rule.first"));
    }

    /** The key of a need's name. */
    public String need(Finding finding) {
        return texts.text(
                "cohort.need." + finding.need().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
