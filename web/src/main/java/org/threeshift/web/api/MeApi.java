package org.threeshift.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** Who is asking: the first thing that a program with a new token wants to know. */
@RestController
final class MeApi {
    private final CurrentPerson currentPerson;

    MeApi(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    /**
     * @param email null for a guest
     * @param role  MEMBER, COACH or ADMIN
     * @param zone  such as Europe/Berlin
     * @param guest whether the person came by a link and has no account
     */
    record Me(String id, String name, @Nullable String email, String role, String zone, boolean guest) {}

    @GetMapping("/api/me")
    Me me() {
        Person person = currentPerson.required();
        return new Me(
                person.id().toString(),
                person.name(),
                person.email().orElse(null),
                person.role().name(),
                person.zone().getId(),
                person.guest());
    }
}
