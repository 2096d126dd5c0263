package org.threeshift.core.interview;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * {@code threeshift replay ID}: exit code 0 and the interview; 2 and one sentence for an id that is none or that nobody has;
 * 1 and one sentence for a log that this release cannot read.
 */
@Component
@Profile("replay")
final class ReplayCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int WRONG_USE = 2;
    private static final int UNREADABLE = 1;

    private final InterviewLog log;
    private final People people;
    private final List<Afterword> afterwords;
    private int exitCode;

    ReplayCommand(InterviewLog log, People people, List<Afterword> afterwords) {
        this.afterwords = List.copyOf(afterwords);
        this.log = log;
        this.people = people;
    }

    /** The arguments that are no options: the command's own name, then the id. */
    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> words = arguments.getNonOptionArgs();
        exitCode = words.size() < 2 ? refuse(System.err, "no-id") : replay(words.get(1), System.out, System.err);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    int replay(String text, Appendable out, Appendable errors) throws IOException {
        Optional<InterviewId> wanted = InterviewId.parse(text);
        if (wanted.isEmpty()) {
            return refuse(errors, "malformed-id", text);
        }
        InterviewId id = wanted.get();
        try {
            List<Recorded> events = log.read(id, 0);
            if (events.isEmpty()) {
                return refuse(errors, "unknown-id", id);
            }
            Map<PersonId, String> names = new HashMap<>();
            new Replay(id, events, person -> names.computeIfAbsent(person, this::name), afterwords).print(out);
            return 0;
        } catch (InvalidDataAccessResourceUsageException e) {
            return refuse(errors, "no-log");
        } catch (IllegalStateException e) {
            errors.append(String.valueOf(e.getMessage())).append(System.lineSeparator());
            return UNREADABLE;
        }
    }

    private String name(PersonId person) {
        return people.namesOf(List.of(person)).stream()
                .findFirst()
                .map(Person::name)
                .orElseGet(person::toString);
    }

    private static int refuse(Appendable errors, String key, Object... arguments) throws IOException {
        errors.append(Replay.sentence(key, arguments)).append(System.lineSeparator());
        return WRONG_USE;
    }
}
