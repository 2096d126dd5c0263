package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Token;

/** {@code threeshift token EMAIL} on a database with one person in it. */
@ExtendWith(OutputCaptureExtension.class)
class TokenCommandIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @BeforeAll
    static void somebody_has_an_account() {
        database.jdbcClient().sql("""
                        insert into person (id, name, email, role, zone, guest, created_at)
                        values (gen_random_uuid(), 'Ada', 'ada@example.org', 'COACH', 'UTC', false, now())
                        """).update();
    }

    @Test
    void a_token_stands_alone_on_standard_output_and_only_its_hash_in_the_database(CapturedOutput output) {
        assertThat(run("Ada@example.org", "--scope=write", "--name=Season report", "--days=30"))
                .isZero();
        // The first line tells of the test's own database.
        String secret = output.getOut().lines().toList().getLast();
        assertThat(secret).matches("threeshift_[A-Za-z0-9_-]{43}");
        assertThat(output.getErr()).startsWith("A token of Ada@example.org, to write, until ");
        List<String> kept = database.jdbcClient()
                .sql("""
                        select name || '|' || scope || '|' || encode(token_hash, 'hex') || '|' || (expires_at - created_at)
                          from access_token
                        """)
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(kept)
                .containsExactly("Season report|WRITE|"
                        + java.util.HexFormat.of().formatHex(new Token(secret).hash()) + "|30 days");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody@example.org, --scope=read, Nobody here has the e-mail address nobody@example.org.",
        "ada@example.org, --scope=all, Choose read or write.",
        "ada@example.org, --days=0, A token lasts from 1 to 365 days.",
        "--scope=read, --days=1, Say whose token it is"
    })
    void what_makes_no_token_is_one_sentence(String one, String other, String sentence, CapturedOutput output) {
        assertThat(run(one, other)).isEqualTo(2);
        assertThat(output.getErr()).startsWith(sentence).hasLineCount(1);
        assertThat(output.getOut()).doesNotContain("threeshift_");
    }

    private static int run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(CommandBeside.TOKEN));
        arguments.addAll(List.of(words));
        database.springProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return CommandBeside.run(arguments.toArray(String[]::new));
    }
}
