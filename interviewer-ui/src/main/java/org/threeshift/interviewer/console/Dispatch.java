package org.threeshift.interviewer.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.notes.Drafted;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Carries one interviewer's commands to core and looks at the interview again. Waits as long as core does, so nobody calls it
 * while a screen is locked.
 */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final ConsoleServices services;
    private final PersonId person;
    private final InterviewId interview;
    private final OfExchange ofExchange;
    private volatile @Nullable Known known;

    /** Whose names were asked for last. */
    private record Known(Setup setup, Names names) {}

    Dispatch(ConsoleServices services, PersonId person, InterviewId interview) {
        this.services = services;
        this.person = person;
        this.interview = interview;
        this.ofExchange = new OfExchange(services, person);
    }

    /** Sends a command, perhaps not for the first time, and answers once its effect was read too. */
    Answer send(Sent sent) {
        return switch (outcome(sent)) {
            case Outcome.Done _ -> new Answer.Saved(services.time().instant(), look());
            case Outcome.Refused(var refusal) -> new Answer.Refused(refusal.sentence(), look());
        };
    }

    private Outcome outcome(Sent sent) {
        return switch (sent.command()) {
            case Command.Reschedule _ -> services.hosting().send(interview, sent);
            case Command.AddQuestion(var item) ->
                services.agenda().add(interview, sent.commandId(), item.questionId(), sent.by());
            case Command.LockSheet _ -> services.drafts().lock(interview, sent);
            default -> services.interviews().send(interview, sent);
        };
    }

    /** Whether this failure only means that the database is away. Anything else is a mistake of ours, and is logged. */
    boolean away(RuntimeException failure) {
        if (services.outage().causes(failure)) {
            return true;
        }
        LOG.error("a console of interview {} met a mistake", interview.value(), failure);
        return false;
    }

    /** The interview as it stands; absent for whoever does not sit at its console. */
    Optional<Look> look() {
        return look(view -> view.course().isPresent() && view.phase() != Phase.LIVE);
    }

    /** The same for a console that opens, with the notes that were begun before. */
    Optional<Look> firstLook() {
        return look(_ -> true);
    }

    private Optional<Look> look(Predicate<InterviewerView> withBegun) {
        return services.views()
                .outlook(interview, person)
                .map(outlook -> new Look(
                        outlook,
                        names(outlook.view().setup()),
                        ofExchange.of(outlook.view()),
                        agreed(outlook.view()),
                        withBegun.test(outlook.view()) ? services.drafts().of(outlook) : List.of()));
    }

    private Optional<String> agreed(InterviewerView view) {
        return view.phase() == Phase.SCHEDULED
                ? services.hosting().hourIsAgreedOn(interview).map(Refusal::sentence)
                : Optional.empty();
    }

    private static Set<PersonId> atConsole(Setup setup) {
        return Stream.concat(setup.interviewers().stream(), setup.watchers().keySet().stream())
                .collect(Collectors.toSet());
    }

    Drafted draft(Words words) {
        return services.drafts()
                .save(interview, person, words.note(), words.questionId(), words.text(), words.revision());
    }

    private Names names(Setup setup) {
        Known before = known;
        if (before != null && before.setup().equals(setup)) {
            return before.names();
        }
        Names names = new Names(
                setup.candidate()
                        .flatMap(services.people()::find)
                        .map(Person::nameAndPronouns)
                        .orElse(setup.invitee()),
                services.people().namesOf(atConsole(setup)).stream()
                        .collect(Collectors.toMap(Person::id, Person::name)));
        known = new Known(setup, names);
        return names;
    }
}
