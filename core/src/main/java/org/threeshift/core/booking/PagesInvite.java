package org.threeshift.core.booking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threeshift.core.entry.StandingInvitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** A booking page for everybody invites in the name of its owner, as long as it is switched on and they are a coach. */
@Component
final class PagesInvite implements StandingInvitations {
    private static final Pattern ADDRESS = Pattern.compile("/book/([a-z0-9-]{3,40})(?:[/?].*)?");

    private final PostgresBookingPages store;
    private final People people;

    PagesInvite(PostgresBookingPages store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Optional<PersonId> of(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches()
                ? store.bySlug(address.group(1))
                        .filter(page -> page.open() && page.audience() == Audience.PUBLIC)
                        .flatMap(page -> people.find(page.owner()))
                        .filter(owner -> owner.role() == Role.COACH && !owner.suspended())
                        .map(owner -> owner.id())
                : Optional.empty();
    }
}
