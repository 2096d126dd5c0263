package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** A message of an appointment says on its page what has become of that since. */
class ToldSinceIT {
    @AutoClose
    private final Town town = new Town(Instant.parse("2026-10-12T09:00:00Z"), _ -> false);

    @Test
    void what_was_told_of_an_hour_is_told_as_moved_and_as_off_once_it_is() {
        Person dana = town.person("Dana", Role.COACH, "UTC");
        Person cara = town.person("Cara", Role.MEMBER, "UTC");
        InterviewId id = town.book(dana, cara, "2026-10-20T08:00:00Z");
        assertThat(messages(cara)).isEqualTo("BOOKED STANDS");
        town.move(id, dana, "2026-10-21T08:00:00Z");
        assertThat(messages(cara)).isEqualTo("CHANGED STANDS, BOOKED MOVED");
        town.send(id, dana, new Command.Cancel("Ill."));
        assertThat(messages(cara)).isEqualTo("CANCELLED STANDS, CHANGED CALLED_OFF, BOOKED CALLED_OFF");
    }

    private String messages(Person person) {
        town.at(town.now().plusSeconds(1));
        town.look();
        return town.bean(Inbox.class).of(person.id(), Optional.empty()).messages().stream()
                .map(told -> told.kind() + " " + told.since())
                .collect(Collectors.joining(", "));
    }
}
