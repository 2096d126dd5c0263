package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

class ConsoleOwnerTest {
    private final MockHttpSession console = new MockHttpSession();
    private long next = 1;

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_console_goes_on_for_the_same_person() throws Exception {
        Person ada = somebody();
        ask(ada);
        ask(ada);
        assertThat(console.isInvalid()).isFalse();
    }

    @Test
    void it_ends_for_the_next_person() throws Exception {
        ask(somebody());
        ask(somebody());
        assertThat(console.isInvalid()).isTrue();
    }

    @Test
    void it_ends_when_nobody_is_signed_in_any_more() throws Exception {
        ask(somebody());
        SecurityContextHolder.clearContext();
        request();
        assertThat(console.isInvalid()).isTrue();
    }

    private void ask(Person person) throws Exception {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInPerson(person).authentication()));
        request();
    }

    private void request() throws Exception {
        var request = new MockHttpServletRequest("POST", "/console/");
        request.setSession(console);
        new ConsoleOwner(SecurityContextHolder.getContextHolderStrategy())
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    private Person somebody() {
        var ids = new Ids(InstantSource.system(), new Random(next++));
        return switch (People.inMemory(ids, InstantSource.system()).welcomeGuest("Somebody", ZoneOffset.UTC)) {
            case Outcome.Done(var person) -> person;
            case Outcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
