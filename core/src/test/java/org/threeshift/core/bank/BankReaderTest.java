package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.bank.BadFiles.BadFile;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;

class BankReaderTest {
    private final BankReader reader = new BankReader();

    @Test
    void a_file_without_a_fault_becomes_a_bank() {
        Bank bank = HarbourPilot.bank();
        assertThat(bank.id()).isEqualTo("harbour-pilot");
        assertThat(bank.version()).isEqualTo(3);
        assertThat(bank.title()).isEqualTo("Harbour pilot");
        assertThat(bank.role()).isEqualTo("First harbour master role");
        assertThat(bank.summary()).isEqualTo("Two questions, enough to read a bank by.");
        assertThat(bank.questions()).extracting(Question::id).containsExactly("berth-plan", "night-shift");
        assertThat(bank.rounds())
                .containsExactly(
                        new Round("short", "Short", "A first try.", List.of("berth-plan"), 8),
                        new Round("full", "Full", "Everything.", List.of("night-shift", "berth-plan"), 25));
    }

    @Test
    void a_question_holds_its_whole_guide() {
        Question question = HarbourPilot.bank().question("berth-plan").orElseThrow();
        assertThat(question.prompt()).isEqualTo("Two ships want one berth. How do you plan the day?");
        assertThat(question.skill()).isEqualTo(Skill.FINANCIAL_LITERACY);
        assertThat(question.minutes()).isEqualTo(8);
        assertThat(question.traps().getFirst())
                .isEqualTo(new Question.Trap(
                        "own-ship-first",
                        "My own ship first",
                        "favourites",
                        "Speaks of the ship they would like to bring in.",
                        List.of("Says which ship they like", "Names no cost of waiting", "Asks nobody else")));
        assertThat(question.strategicAnswer().example())
                .isEqualTo("An hour at anchor costs the line 4,000 euros.\nSo I take the ship whose delay costs more.");
        assertThat(question.anchors().get(Shift.TEAM))
                .containsEntry(Level.ONE, "Alone")
                .containsEntry(Level.FIVE, "The crew plans")
                .hasSize(5);
        assertThat(question.probes()).containsEntry(Rung.MANAGER, "Who makes the plan when you are away?");
    }

    @Test
    void a_question_is_walked_in_order_and_nobody_changes_it() {
        Question question = HarbourPilot.bank().question("berth-plan").orElseThrow();
        assertThat(question.anchors().keySet()).containsExactly(Shift.STRATEGY, Shift.TEAM);
        assertThat(question.anchors().get(Shift.TEAM)).isUnmodifiable();
        assertThat(question.anchors()).isUnmodifiable();
        assertThat(question.probes()).isUnmodifiable();
        assertThat(question.probes().keySet()).containsExactly(Rung.values());
    }

    @Test
    void the_primary_shift_comes_first_and_the_others_in_their_usual_order() {
        assertThat(HarbourPilot.bank().question("berth-plan").orElseThrow().shifts())
                .containsExactly(Shift.TEAM, Shift.STRATEGY);
    }

    @Test
    void the_checksum_is_sha_256_of_the_bytes() {
        // printf '' | sha256sum
        assertThat(BankReader.checksum(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        String text = "\uFEFF" + HarbourPilot.TEXT.replace("\n", "\r\n");
        assertThat(reader.read(HarbourPilot.bytes(text), "windows.yaml"))
                .isInstanceOfSatisfying(
                        BankReading.Read.class, read -> assertThat(read.bank()).isEqualTo(HarbourPilot.bank()));
        assertThat(problems(HarbourPilot.bytes(text.replace("minutes: 25", "minutes: 19"))))
                .singleElement()
                .asString()
                .startsWith("72:14 ");
    }

    @ParameterizedTest
    @MethodSource("org.threeshift.core.bank.BadFiles#all")
    void every_problem_of_a_bad_file_is_told_at_once_with_its_line(BadFile bad) {
        List<String> problems = Assertions.assertTimeout(Duration.ofSeconds(5), () -> problems(bad.file()));
        assertThat(problems).containsExactlyElementsOf(bad.problems());
    }

    @Test
    void past_two_hundred_problems_the_rest_is_counted() {
        String many =
                IntStream.range(0, 1_000).mapToObj(n -> "key-" + n + ": x\n").collect(Collectors.joining());
        List<String> problems = problems(HarbourPilot.bytes(HarbourPilot.TEXT + many));
        assertThat(problems).hasSize(201);
        assertThat(problems.getLast()).isEqualTo("273 800 more problems are not shown. Mend the others first.");
        String one = IntStream.range(0, 201).mapToObj(n -> "key-" + n + ": x\n").collect(Collectors.joining());
        assertThat(problems(HarbourPilot.bytes(HarbourPilot.TEXT + one)).getLast())
                .isEqualTo("273 One more problem is not shown. Mend the others first.");
    }

    @Test
    void a_file_of_half_a_megabyte_is_read_in_time() {
        StringBuilder text =
                new StringBuilder(HarbourPilot.TEXT.substring(0, HarbourPilot.TEXT.indexOf("  - id: night-shift")));
        String question = HarbourPilot.TEXT.substring(
                HarbourPilot.TEXT.indexOf("  - id: night-shift"), HarbourPilot.TEXT.indexOf("rounds:"));
        IntStream.range(0, 500).forEach(n -> text.append(question.replace("id: night-shift", "id: night-" + n)));
        text.append("rounds:\n  - {id: one, title: One, purpose: One., minutes: 12, questions: [night-499]}\n");
        BankReading reading = Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> reader.read(text.toString().getBytes(StandardCharsets.UTF_8), "long.yaml"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        BankReading.Read.class,
                        read -> assertThat(read.bank().questions()).hasSize(501));
    }

    @Test
    void a_problem_reads_like_a_link_to_its_place() {
        BankReading reading =
                reader.read(HarbourPilot.bytes(HarbourPilot.with("primary: TEAM", "primary: team")), "mine.yaml");
        assertThat(reading)
                .isInstanceOfSatisfying(
                        BankReading.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .hasToString(
                                        "mine.yaml:13:14: team is no shift. The shifts are STRATEGY, ACCOUNTABILITY, TEAM."));
    }

    @Test
    void the_table_of_bad_files_cannot_pass_by_chance() {
        BadFile wrong = new BadFile("good", HarbourPilot.file(), BadFiles.SchemaSays.ACCEPTS, List.of("1:1 Anything."));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> every_problem_of_a_bad_file_is_told_at_once_with_its_line(wrong));
        assertThat(BadFiles.all().count()).isGreaterThanOrEqualTo(25);
    }

    private List<String> problems(byte[] file) {
        return switch (reader.read(file, "bank.yaml")) {
            case BankReading.Read _ -> List.of();
            case BankReading.Rejected(var problems) ->
                problems.stream()
                        .map(problem -> problem.line()
                                + (problem.column().isPresent()
                                        ? ":" + problem.column().getAsInt()
                                        : "")
                                + " " + problem.sentence())
                        .toList();
        };
    }
}
