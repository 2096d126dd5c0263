package org.threeshift.core.token;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/**
 * {@code threeshift token EMAIL [--scope read|write] [--name NAME] [--days N]}: exit code 0 and the token, alone on standard output;
 * 2 and one sentence for whatever is not so.
 */
@Component
@Profile("token")
final class TokenCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int WRONG_USE = 2;
    private static final String NAME = "Made on the server";

    private final AccessTokens tokens;
    private final People people;
    private int exitCode;

    TokenCommand(AccessTokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> words = arguments.getNonOptionArgs();
        exitCode = words.size() < 2
                ? refuse(System.err, TokenProblem.sentence("command.no-email"))
                : make(words.get(1), arguments, System.out, System.err);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private int make(String email, ApplicationArguments arguments, Appendable out, Appendable errors)
            throws IOException {
        try {
            Optional<Person> owner = people.findByEmail(email);
            if (owner.isEmpty()) {
                return refuse(errors, TokenProblem.sentence("command.unknown-email", email));
            }
            return switch (tokens.makeOnServer(
                    owner.get(),
                    option(arguments, "name", NAME),
                    option(arguments, "scope", Scope.READ.word()),
                    option(arguments, "days", ""))) {
                case AccessTokens.Made.Done(var token, var secret) -> {
                    say(
                            errors,
                            TokenProblem.sentence(
                                    "command.made", email, token.scope().word(), day(token)));
                    say(out, secret.text());
                    yield 0;
                }
                case AccessTokens.Made.Refused(var problems) ->
                    refuse(errors, problems.getFirst().sentence());
            };
        } catch (InvalidDataAccessResourceUsageException e) {
            return refuse(errors, TokenProblem.sentence("command.no-table"));
        }
    }

    private static String day(AccessToken token) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
                .format(token.expiresAt().atOffset(ZoneOffset.UTC));
    }

    private static String option(ApplicationArguments arguments, String name, String otherwise) {
        List<String> values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? otherwise : values.getLast();
    }

    private static int refuse(Appendable errors, String sentence) throws IOException {
        say(errors, sentence);
        return WRONG_USE;
    }

    private static void say(Appendable to, String line) throws IOException {
        to.append(line).append(System.lineSeparator());
    }
}
