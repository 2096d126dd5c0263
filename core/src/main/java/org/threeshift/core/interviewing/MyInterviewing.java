package org.threeshift.core.interviewing;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.Person;

/** What somebody may know of their own interviewing; nobody else may, no coach and no admin. */
@Service
public class MyInterviewing {
    /** So many interviews back levels are compared: what was long ago says little of today. */
    public static final int LATEST = 100;
    /** What counts as recent. */
    public static final Duration RECENT = Duration.ofDays(90);

    private final InterviewingStore store;
    private final InterviewIndex index;
    private final FeedbackCards cards;
    private final InstantSource time;

    MyInterviewing(InterviewingStore store, InterviewIndex index, FeedbackCards cards, InstantSource time) {
        this.store = store;
        this.index = index;
        this.cards = cards;
        this.time = time;
    }

    /** Of the acting person. Five queries, however much there is. */
    public Interviewing of(Person person) {
        return new Interviewing(
                store.held(person.id(), time.instant().minus(RECENT)),
                store.spread(person.id()),
                Compared.of(person.id(), store.shared(person.id(), LATEST)),
                cards.about(person.id()),
                index.debriefing(person.id()).stream()
                        .filter(entry -> entry.seat() == Seat.INTERVIEWER && !entry.sheetLocked())
                        .toList());
    }
}
