package org.threeshift.core.feedback;

import static java.util.Comparator.comparing;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * Reverse shift cards: given by the candidate of a published interview about each interviewer whose sheet counts, and shown
 * to that interviewer alone, once three different people have answered.
 */
@Service
public class FeedbackCards {
    /** Most characters of a sentence. */
    public static final int CHARACTERS = 300;
    /** Only other candidates answer at the same moment, and they are few. */
    private static final int ATTEMPTS = 20;

    private final FeedbackStore store;
    private final InterviewStates states;
    private final InstantSource time;

    @Autowired
    FeedbackCards(FeedbackStore store, InterviewStates states, InstantSource time) {
        this.store = store;
        this.states = states;
        this.time = time;
    }

    /** Cards without a database, for tests of the faces. */
    public static FeedbackCards inMemory(InterviewStates states, InstantSource time) {
        return new FeedbackCards(new InMemoryFeedback(), states, time);
    }

    /**
     * A card that the candidate can give, or has given.
     *
     * @param card  absent while it was not given
     * @param stands whether the interviewer sees it, in a group of at least three people; then it can no longer be changed
     */
    public record Due(PersonId interviewer, Optional<FeedbackCard> card, boolean stands) {}

    /** What became of a card. */
    public sealed interface Said {
        record Saved(FeedbackCard card) implements Said {}

        /** The interviewer sees the card already, and it stands. */
        record Stands() implements Said {}

        /** The sentence has more than {@link #CHARACTERS} characters. */
        record TooLong() implements Said {}

        /** There is no such card to give: the two reasons, no such interview and no part in it, look the same. */
        record NotYours() implements Said {}
    }

    /** The candidate's cards, in the order of the interviewers' ids; none for anybody else and before publication. */
    public List<Due> due(InterviewId interview, PersonId candidate) {
        List<FeedbackCard> given = store.of(interview);
        return interviewers(interview, candidate).stream()
                .map(interviewer -> {
                    Optional<FeedbackCard> card = given.stream()
                            .filter(one -> one.interviewer().equals(interviewer))
                            .findFirst();
                    return new Due(interviewer, card, card.isPresent() && stands(card.get(), store.about(interviewer)));
                })
                .toList();
    }

    /**
     * Gives a card, or changes the one that was given.
     *
     * @param levels on all three shifts
     */
    public Said give(
            InterviewId interview,
            PersonId candidate,
            PersonId interviewer,
            Map<Shift, Level> levels,
            String sentence) {
        if (!interviewers(interview, candidate).contains(interviewer)) {
            return new Said.NotYours();
        }
        // Line ends as forms send them would count twice, and PostgreSQL keeps no NUL in a text.
        String kept = sentence.replace("\r\n", "\n").replace("\0", "").strip();
        if (kept.codePointCount(0, kept.length()) > CHARACTERS) {
            return new Said.TooLong();
        }
        var card = new FeedbackCard(
                interview, interviewer, candidate, levels, kept, time.instant().truncatedTo(ChronoUnit.MICROS));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<FeedbackCard> known = store.about(interviewer);
            if (stands(card, known)) {
                return new Said.Stands();
            }
            if (store.put(card, known.size())) {
                return new Said.Saved(card);
            }
        }
        throw new IllegalStateException("Others answered about " + interviewer + " all the time");
    }

    /** What an interviewer may know of the cards about them. */
    public Feedback about(PersonId interviewer) {
        return Feedback.of(store.about(interviewer));
    }

    private List<PersonId> interviewers(InterviewId interview, PersonId candidate) {
        return states.find(interview).stream()
                .filter(Interview.Published.class::isInstance)
                .map(Interview.Published.class::cast)
                .filter(published -> published.setup().isCandidate(candidate))
                .flatMap(published -> published.counting().stream())
                .map(Sheet::interviewer)
                .sorted(comparing(PersonId::toString))
                .toList();
    }

    private static boolean stands(FeedbackCard card, List<FeedbackCard> all) {
        return Groups.complete(all).stream()
                .flatMap(List::stream)
                .anyMatch(shown -> shown.interview().equals(card.interview())
                        && shown.interviewer().equals(card.interviewer()));
    }
}
