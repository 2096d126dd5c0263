package org.threeshift.web.security;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.SignIns;

/** By the cookies that a page was opened with, as the database has it whenever somebody asks. */
@Component
final class ConsoleSignIns implements SignIns {
    private final ConsolePeople people;
    private final Sessions sessions;

    ConsoleSignIns(ConsolePeople people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @Override
    public Supplier<Optional<Person>> current() {
        List<String> ids = RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes web
                ? List.copyOf(sessions.ids(web.getRequest()))
                : List.of();
        return () -> people.certainly(ids);
    }
}
