package org.threeshift.web.room;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.Hosting.Invited;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;

/** What a link leads to, for the visitor who opened it. */
sealed interface Door {
    /** The chair is free. */
    record Open(Invited invited, Person host) implements Door {}

    /** The visitor sits in the chair already. */
    record Entered(InterviewId interview) implements Door {}

    /** Nobody is signed in, and the link lets in again whoever has joined. */
    record Back(Invited invited, Person host, Person guest) implements Door {}

    /**
     * @param host      who invited, when that may be told
     * @param interview where an interviewer of it goes on; absent for everybody else
     */
    record Closed(Reason reason, Optional<Person> host, Optional<InterviewId> interview) implements Door {
        /** Says why, wherever somebody came with the link. */
        ModelAndView page() {
            var page = new ModelAndView("room/closed", reason.status());
            page.addObject("reason", reason.key());
            page.addObject("host", host.map(Person::name).orElse(""));
            page.addObject(
                    "console", interview.map(id -> "/console/interviews/" + id).orElse(""));
            return page;
        }
    }

    /** Why nobody comes in. Each has its sentences under {@code join.closed.}. */
    enum Reason {
        UNKNOWN(HttpStatus.NOT_FOUND),
        EXPIRED(HttpStatus.GONE),
        TAKEN(HttpStatus.CONFLICT),
        /** The visitor is an interviewer of this interview. */
        OWN(HttpStatus.OK),
        CANCELLED(HttpStatus.GONE),
        OVER(HttpStatus.GONE);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        /** As in keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
