package org.threeshift.web.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.invitee.MailedInvitees.Hearing;

class ReachedTest {
    private static final InterviewCard AWAITED = card(true, false);
    private static final InterviewCard GUEST = card(false, true);
    private static final InterviewCard MEMBER = card(false, false);

    @Test
    void a_host_is_told_whether_each_change_is_mailed() {
        assertThat(Reached.of(AWAITED, Hearing.EACH_CHANGE, true, true)).isEqualTo(Reached.BY_MAIL);
        assertThat(Reached.of(GUEST, Hearing.EACH_CHANGE, false, true)).isEqualTo(Reached.BY_MAIL);
        assertThat(Reached.of(AWAITED, Hearing.ENOUGH, true, true)).isEqualTo(Reached.ENOUGH);
        assertThat(Reached.of(GUEST, Hearing.STOPPED, false, true)).isEqualTo(Reached.UNMAILED);
    }

    @Test
    void where_nothing_sends_mail_it_waits_and_nobody_is_said_to_have_got_any() {
        assertThat(Reached.of(AWAITED, Hearing.EACH_CHANGE, true, false)).isEqualTo(Reached.WAITS);
        assertThat(Reached.of(AWAITED, Hearing.ENOUGH, true, false)).isEqualTo(Reached.UNMAILED);
    }

    @Test
    void an_address_to_which_nothing_was_written_is_told_from_a_link_that_was_handed_over() {
        assertThat(Reached.of(AWAITED, Hearing.NOTHING, true, true)).isEqualTo(Reached.UNMAILED);
        assertThat(Reached.of(AWAITED, Hearing.NOTHING, false, true)).isEqualTo(Reached.NOT);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_has_an_account_hears_as_they_chose(Hearing hearing) {
        assertThat(Reached.of(MEMBER, hearing, false, false)).isEqualTo(Reached.AS_CHOSEN);
    }

    private static InterviewCard card(boolean awaited, boolean guest) {
        return new InterviewCard(
                new InterviewId(new UUID(0, 1)),
                Phase.SCHEDULED,
                Kind.PEER,
                Seat.INTERVIEWER,
                true,
                "Warm-up",
                20,
                1,
                Instant.EPOCH,
                ZoneOffset.UTC,
                "gus@elsewhere.org",
                List.of("Cora"),
                new Seats(List.of()),
                awaited,
                guest,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
