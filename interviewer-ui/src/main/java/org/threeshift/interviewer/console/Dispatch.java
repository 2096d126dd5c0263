package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Sends one interviewer's commands, and knows how the last one stands. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final ConsoleServices services;
    private final PersonId person;
    private final InterviewId interview;
    private SavedState saved = new SavedState.Nothing();

    Dispatch(ConsoleServices services, PersonId person, InterviewId interview) {
        this.services = services;
        this.person = person;
        this.interview = interview;
    }

    SavedState saved() {
        return saved;
    }

    /** @return why it was not carried out; absent when it is committed */
    Optional<String> send(Command command) {
        return send(services.ids().next(), command);
    }

    /** As above, under an id chosen by the sender: sending again is harmless. */
    Optional<String> send(UUID commandId, Command command) {
        var by = new Command.By(person, services.time().instant());
        var sent = new Sent(commandId, by, command);
        try {
            return switch (command instanceof Command.Reschedule
                    ? services.hosting().send(interview, sent)
                    : services.interviews().send(interview, sent)) {
                case Outcome.Done done -> {
                    saved = new SavedState.At(done.savedAt(), Deed.of(command));
                    yield Optional.empty();
                }
                case Outcome.Refused(var refusal) -> notSaved(refusal.sentence());
            };
        } catch (NestedRuntimeException failure) {
            LOG.error("{} was not saved", command.getClass().getSimpleName(), failure);
            return notSaved(text("saved.unreachable"));
        }
    }

    /** The interview as it stands; absent when it cannot be read now. */
    Optional<InterviewerView> read() {
        try {
            return services.views().forInterviewer(interview, person);
        } catch (NestedRuntimeException failure) {
            LOG.error("the interview could not be read", failure);
            return Optional.empty();
        }
    }

    private Optional<String> notSaved(String sentence) {
        saved = new SavedState.Not(sentence);
        return Optional.of(sentence);
    }
}
