package org.threeshift.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Role;

class DemonstrationComingTest {
    private final InstantSource time = InstantSource.system();
    private final People people = People.inMemory(new Ids(time, new Random(1)), time);
    private final DemonstrationComing coming = new DemonstrationComing(people);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void until_its_people_are_there_the_page_looks_again() {
        assertThat(coming.show(response).getViewName()).isEqualTo("landing/coming");
        assertThat(response.getHeader("Refresh")).isEqualTo("2");
        people.enrol("Maya", "coach@demo.threeshift.example", "UTC", Role.COACH);
        assertThat(coming.show(new MockHttpServletResponse()).getViewName()).isEqualTo("redirect:/");
    }

    @Test
    void nobody_waits_for_people_who_do_not_come() {
        people.enrol("Ada", "ada@example.org", "UTC", Role.ADMIN);
        assertThatThrownBy(() -> coming.show(response)).isInstanceOf(ResponseStatusException.class);
    }
}
