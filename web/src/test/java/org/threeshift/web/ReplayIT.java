package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** {@code threeshift replay ID} beside the running application. */
@ExtendWith(OutputCaptureExtension.class)
class ReplayIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private CapturedOutput output;

    @BeforeEach
    void listen(CapturedOutput output) {
        this.output = output;
    }

    @Test
    void an_interview_is_told_while_the_application_runs() {
        People people = threeshift.bean(People.class);
        Person carla = ((Outcome.Done) people.enrol("Carla Coach", "carla@example.org", "UTC", Role.COACH)).person();
        InterviewId id = new InterviewId(threeshift.bean(Ids.class).next());
        String round = threeshift
                .bean(Banks.class)
                .newest("marketing-manager")
                .orElseThrow()
                .rounds()
                .getFirst()
                .id();
        threeshift
                .bean(Hosting.class)
                .host(
                        new Hosting.Plan(
                                id,
                                Kind.PEER,
                                "marketing-manager",
                                round,
                                new Hosting.Candidate.ByLink("Ada"),
                                Set.of(),
                                Optional.empty(),
                                ZoneId.of("UTC")),
                        carla);

        assertThat(replay(id.toString())).isZero();
        assertThat(output.getOut()).contains("Interview " + id + ": one event").contains("· Carla Coach · scheduled ·");
    }

    @Test
    void an_unknown_interview_is_one_sentence() {
        assertThat(replay("0199d5a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b")).isEqualTo(2);
        assertThat(output.getErr())
                .isEqualToIgnoringNewLines(
                        "There is no interview 0199d5a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b in this database.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "hello", "../etc"})
    void what_is_no_id_is_one_sentence(String text) {
        assertThat(replay(text)).isEqualTo(2);
        assertThat(output.getErr())
                .startsWith("\"" + text + "\" is no interview's id")
                .hasLineCount(1);
        assertThat(output.getOut()).doesNotContain("In the end");
    }

    private static int replay(String id) {
        List<String> arguments = new ArrayList<>(List.of(CommandBeside.REPLAY, id));
        database.springProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return CommandBeside.run(arguments.toArray(String[]::new));
    }
}
