package org.threeshift.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.people.PersonId;

class ConsentsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Consents consents = Consents.inMemory(InstantSource.fixed(NOON));
    private final PersonId ada = new PersonId(new UUID(1, 1));

    @ParameterizedTest
    @EnumSource
    void every_subject_has_texts_with_versions_and_days(Subject subject) {
        assertThat(ConsentText.all(subject)).isNotEmpty().allSatisfy(text -> {
            assertThat(text.text()).isNotBlank();
            assertThat(text.since()).isNotNull();
        });
        assertThat(ConsentText.newest(subject))
                .isEqualTo(ConsentText.all(subject).getLast());
        assertThat(ConsentText.find(subject, 0)).isEmpty();
    }

    @Test
    void somebody_agrees_to_the_text_as_it_stands() {
        assertThat(consents.agreed(ada, Subject.ACCOUNT)).isFalse();
        Consent given = consents.agree(ada, Subject.ACCOUNT);
        assertThat(given.version())
                .isEqualTo(ConsentText.newest(Subject.ACCOUNT).version());
        assertThat(given.at()).isEqualTo(NOON);
        assertThat(consents.agreed(ada, Subject.ACCOUNT)).isTrue();
        assertThat(consents.of(ada)).containsExactly(given);
    }
}
