package org.threeshift.core.scorecard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Scorecards on questions of the shipped bank, for tests of whatever shows one. The same seed gives the same. */
public final class SampleScorecards {
    private static final Bank BANK = bank();
    private static final List<String> NAMES = List.of("Dana Okafor", "Luis Ferreira", "Ingrid Åkesson");

    private final Random chance;
    private final String words;

    private SampleScorecards(long seed, String words) {
        this.chance = new Random(seed);
        this.words = words;
    }

    /** Any panel on any questions, with whatever may be missing. */
    public static Scorecard random(long seed) {
        var sample = new SampleScorecards(seed, "");
        List<Question> questions = new ArrayList<>(BANK.questions());
        Collections.shuffle(questions, sample.chance);
        return sample.played(1 + sample.chance.nextInt(3), questions.subList(0, 1 + sample.chance.nextInt(7)), 4);
    }

    /** A panel of two on the round of seven, most of it observed. */
    public static Scorecard full(long seed) {
        return spoken(seed, "");
    }

    /** As above, with these words in everything that somebody writes. */
    public static Scorecard spoken(long seed, String words) {
        List<Question> questions = BANK.round("the-seven").orElseThrow().questions().stream()
                .map(id -> BANK.question(id).orElseThrow())
                .toList();
        return new SampleScorecards(seed, words).played(2, questions, 20);
    }

    /** Of everybody who has a part in one. */
    public static Map<PersonId, String> names() {
        Map<PersonId, String> names = new HashMap<>();
        names.put(Played.CANDIDATE, "Mira Rossi");
        for (int number = 1; number <= NAMES.size(); number++) {
            names.put(Played.person(number), NAMES.get(number - 1));
        }
        return names;
    }

    /** @param seldom one of so many judgements is not observed, and one of as many missing */
    private Scorecard played(int panel, List<Question> questions, int seldom) {
        var played = new Played(panel, questions.toArray(Question[]::new));
        boolean scoresThemselves = chance.nextInt(4) > 0;
        questions.forEach(question -> play(played, panel, question, seldom, scoresThemselves));
        var verdicts = new Verdict[panel];
        for (int index = 0; index < panel; index++) {
            verdicts[index] = any(List.of(Verdict.values()));
        }
        played.publish(verdicts);
        played.debrief().word(Played.person(1), "Begins with the goal of the company. " + words);
        played.confirm(Played.person(1), 1).endDebrief(true);
        played.after(Duration.ofHours(3));
        if (chance.nextBoolean()) {
            played.amend(1, new Amendment.OfVerdict(Verdict.YES), "I read my notes again. " + words);
        }
        return chance.nextBoolean()
                ? played.scorecard()
                : played.scorecard(new SampleScorecards(chance.nextLong(), words).alone(questions));
    }

    private Scorecard alone(List<Question> questions) {
        var played = new Played(1, questions.toArray(Question[]::new));
        questions.forEach(question -> play(played, 1, question, 10, false));
        return played.publish().scorecard();
    }

    private void play(Played played, int panel, Question question, int seldom, boolean scoresThemselves) {
        played.after(Duration.ofSeconds(20 + chance.nextInt(100))).pose(question.id());
        for (int interviewer = 1; interviewer <= panel; interviewer++) {
            played.after(Duration.ofSeconds(15 + chance.nextInt(60)));
            for (Shift shift : question.shifts()) {
                if (chance.nextInt(seldom) > 0) {
                    played.level(interviewer, question.id(), shift, key(seldom));
                }
            }
            for (Question.Trap trap : question.traps()) {
                if (chance.nextInt(3) > 0) {
                    played.judge(interviewer, question.id(), trap.id(), any(List.of(TrapJudgement.values())));
                }
            }
            if (chance.nextInt(4) > 0) {
                played.note(interviewer, question.id(), "Named the number, the owner and the date. " + words);
            }
            if (chance.nextInt(3) == 0) {
                played.height(interviewer, question.id(), question.primary());
            }
        }
        if (chance.nextInt(3) > 0) {
            played.probe(question.id(), Rung.MANAGER, chance.nextBoolean());
        }
        if (scoresThemselves) {
            question.shifts().forEach(shift -> played.self(question.id(), shift, key(seldom)));
        }
        played.after(Duration.ofMinutes(2 + chance.nextInt(5)));
    }

    private <T> T any(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }

    private int key(int seldom) {
        return chance.nextInt(seldom) == 0
                ? Level.NOT_OBSERVED.key()
                : Level.LOWEST + chance.nextInt(Level.HIGHEST - Level.LOWEST + 1);
    }

    private static Bank bank() {
        Banks banks = Banks.inMemory(InstantSource.fixed(Instant.EPOCH));
        String file = "/banks/marketing-manager.yaml";
        try (InputStream stream = Objects.requireNonNull(SampleScorecards.class.getResourceAsStream(file))) {
            banks.publish(stream.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return banks.newest("marketing-manager").orElseThrow();
    }
}
