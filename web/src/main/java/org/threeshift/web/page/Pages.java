package org.threeshift.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.notice.Inbox;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Makes the {@link Page} of a request. */
@Component
final class Pages {
    private final Texts texts;
    private final Assets assets;
    private final ObjectProvider<CurrentPerson> currentPerson;
    private final ObjectProvider<InterviewIndex> interviews;
    private final ObjectProvider<Inbox> inbox;
    private final InstantSource clock;
    private final boolean demonstration;

    Pages(
            Texts texts,
            Assets assets,
            ObjectProvider<CurrentPerson> currentPerson,
            ObjectProvider<InterviewIndex> interviews,
            ObjectProvider<Inbox> inbox,
            ObjectProvider<InstantSource> clock,
            @Value("${threeshift.demonstration:false}") boolean demonstration) {
        this.texts = texts;
        this.assets = assets;
        this.currentPerson = currentPerson;
        this.interviews = interviews;
        this.inbox = inbox;
        this.clock = clock.getIfAvailable(InstantSource::system);
        this.demonstration = demonstration;
    }

    /** For a document that a person reads elsewhere: without a form and without a navigation. */
    Page of(Person reader) {
        return new Page(
                texts,
                Optional.of(reader),
                false,
                Optional.empty(),
                false,
                Section.ELSEWHERE,
                new Moments(reader.zone(), clock.instant(), texts),
                assets,
                0,
                0,
                "");
    }

    Page of(HttpServletRequest request) {
        boolean away = OutageFilter.away(request);
        Optional<Person> person = away
                ? Optional.empty()
                : Optional.ofNullable(currentPerson.getIfAvailable()).flatMap(CurrentPerson::get);
        ZoneId zone = person.map(Person::zone).orElseGet(ZoneId::systemDefault);
        return new Page(
                texts,
                person,
                away,
                Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
                demonstration,
                Section.of(
                        request.getRequestURI()
                                .substring(request.getContextPath().length()),
                        person.filter(somebody -> somebody.role() == Role.COACH).isPresent()),
                new Moments(zone, clock.instant(), texts),
                assets,
                person.filter(somebody -> !somebody.guest()).map(this::owed).orElse(0),
                person.filter(somebody -> !somebody.guest()).map(this::unread).orElse(0),
                Nonce.of(request));
    }

    /** One query of an index of what is open, so that whatever page somebody is on says that a sheet is waited for. */
    private int owed(Person person) {
        return Optional.ofNullable(interviews.getIfAvailable())
                .map(index -> index.owed(person.id()))
                .orElse(0);
    }

    /** One query too, of an index of what is new. */
    private int unread(Person person) {
        return Optional.ofNullable(inbox.getIfAvailable())
                .map(box -> box.unread(person.id()))
                .orElse(0);
    }
}
