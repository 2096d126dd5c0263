package org.threeshift.web.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.invitee.MailedInvitees.Hearing;

class InvitedTest {
    @Test
    void a_host_is_told_whether_each_change_is_mailed() {
        assertThat(Invited.of(Hearing.EACH_CHANGE, true)).isEqualTo(Invited.MAILED);
        assertThat(Invited.of(Hearing.ENOUGH, true)).isEqualTo(Invited.UNTOLD);
        assertThat(Invited.of(Hearing.NOTHING, true)).isEqualTo(Invited.BY_THE_HOST);
    }

    @ParameterizedTest
    @EnumSource
    void where_nothing_sends_mail_nobody_is_said_to_have_got_any(Hearing hearing) {
        assertThat(Invited.of(hearing, false)).isEqualTo(Invited.BY_THE_HOST);
    }
}
