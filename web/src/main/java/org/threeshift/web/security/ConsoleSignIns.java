package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.SignIns;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.core.token.AccessTokens.Bearer;

/** By the cookies or the token that a page or a line was opened with, as the database has it whenever somebody asks. */
@Component
final class ConsoleSignIns implements SignIns {
    private final ConsolePeople people;
    private final Sessions sessions;
    private final AccessTokens tokens;

    ConsoleSignIns(ConsolePeople people, Sessions sessions, AccessTokens tokens) {
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public Supplier<Optional<Person>> current() {
        if (!(RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes web)) {
            return Optional::empty;
        }
        HttpServletRequest request = web.getRequest();
        if (BearerFilter.carries(request)) {
            Token token = BearerFilter.secret(request);
            return () -> tokens.bearer(token).map(Bearer::person);
        }
        List<String> ids = List.copyOf(sessions.ids(request));
        return () -> people.certainly(ids);
    }
}
