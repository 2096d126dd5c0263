package org.threeshift.web.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;

/** Finds the debrief of a room. Before publication there is none to find. */
@Component
final class Talks {
    private final InterviewViews views;
    private final Texts texts;

    Talks(InterviewViews views, Texts texts) {
        this.views = views;
        this.texts = texts;
    }

    Optional<TalkCard> of(CandidateView view, Person candidate, List<Person> interviewers, Instant now) {
        return debrief(view, candidate)
                .map(debrief -> new TalkCard(
                        debrief,
                        candidate.id(),
                        interviewers.stream().collect(Collectors.toMap(Person::id, Person::name)),
                        now,
                        texts,
                        "",
                        ""));
    }

    /** How it stands, the same on every node; empty while there is none. */
    String version(CandidateView view, Person candidate) {
        return debrief(view, candidate).map(DebriefView::toString).orElse("");
    }

    private Optional<DebriefView> debrief(CandidateView view, Person candidate) {
        return view.phase() == Phase.PUBLISHED ? views.debrief(view.id(), candidate.id()) : Optional.empty();
    }
}
