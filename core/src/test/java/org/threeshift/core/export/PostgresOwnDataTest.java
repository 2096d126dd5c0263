package org.threeshift.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class PostgresOwnDataTest {
    @Test
    void every_file_of_an_export_says_what_is_in_it() {
        assertThat(PostgresOwnData.names())
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(Sentences.text("about." + name)).isNotBlank());
        assertThatThrownBy(() -> Sentences.text("about.nothing")).isInstanceOf(MissingResourceException.class);
    }
}
