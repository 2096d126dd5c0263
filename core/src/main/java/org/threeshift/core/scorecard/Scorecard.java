package org.threeshift.core.scorecard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;
import org.threeshift.core.rubric.Verdict;

/**
 * What the candidate gets when sheets are locked and published. Computed from the sheets, never typed.
 *
 * @param interviewers whose sheets it stands on, in the order of their ids; nothing here depends on the order in which they scored
 * @param seated      how many interviewers it was set up with: more than {@code interviewers} when the host closed the scoring
 *                    without somebody's sheet
 * @param invitee      how the host called the candidate
 * @param headline     where they stand, in two short sentences to them, see {@link Headline}
 * @param shifts       all three, in their order
 * @param signed       one entry a locked sheet
 * @param practice     at most three, see {@link PracticePlan}
 * @param questions    those that were posed, in the order in which they were first posed
 * @param skills       those that a posed question is about
 * @param amendments   in order of time
 * @param selfScoreWaived published although the candidate had not scored themselves
 * @param debrief    absent when there was none so far
 * @param extent     how much of the agenda it stands on
 */
public record Scorecard(
        InterviewId interview,
        Kind kind,
        String roundTitle,
        int minutes,
        PersonId host,
        List<PersonId> interviewers,
        int seated,
        Optional<PersonId> candidate,
        String invitee,
        ZoneId zone,
        Instant startedAt,
        Instant finishedAt,
        Instant publishedAt,
        String headline,
        List<ShiftCard> shifts,
        List<Signed> signed,
        TrapTally traps,
        List<Practice> practice,
        List<QuestionCard> questions,
        List<SkillCard> skills,
        List<Amended> amendments,
        boolean selfScoreWaived,
        Optional<Previous> previous,
        Optional<Talk> debrief,
        Extent extent) {

    public Scorecard {
        interviewers = List.copyOf(interviewers);
        shifts = List.copyOf(shifts);
        signed = List.copyOf(signed);
        practice = List.copyOf(practice);
        questions = List.copyOf(questions);
        skills = List.copyOf(skills);
        amendments = List.copyOf(amendments);
    }

    /** What one interviewer signed; amendments are in it. */
    public record Signed(PersonId interviewer, Verdict verdict, String summary, Instant at) {}

    /** @param score over the questions about the skill, each with the mean of its shifts */
    public record SkillCard(Skill skill, Score score) {}

    /** @param afterPublication whether the candidate may have seen it differently */
    public record Amended(
            PersonId interviewer, Amendment amendment, String reason, Instant at, boolean afterPublication) {}

    /**
     * What became of the debrief.
     *
     * @param open             whether it goes on
     * @param withoutCandidate held among the interviewers alone
     * @param sentence         what both sides agreed on
     */
    public record Talk(boolean open, boolean withoutCandidate, Optional<JointSentence> sentence) {}

    /**
     * The jointly worded sentence.
     *
     * @param wording          which wording it was, counted from 1
     * @param confirmedBy      in the order of their ids
     * @param awaitsCandidate  worded in the candidate's absence, and not confirmed by them yet
     */
    public record JointSentence(
            String sentence, int wording, PersonId wordedBy, List<PersonId> confirmedBy, boolean awaitsCandidate) {
        public JointSentence {
            confirmedBy = List.copyOf(confirmedBy);
        }
    }

    /** How many interviewers gave a verdict. */
    public record VerdictCount(Verdict verdict, int count) {}

    /**
     * The scorecard of an interview. Pure: the same interview, guide and predecessor give the same scorecard.
     *
     * @param guide    the agenda's questions by id, all of those that were posed
     * @param previous the candidate's previous scorecard
     */
    public static Scorecard of(
            InterviewId id, Interview.Published interview, Map<String, Question> guide, Optional<Scorecard> previous) {
        return new Fold(id, interview, guide, previous.map(Previous::of)).scorecard();
    }

    /**
     * The gap chart, the verdict and the plan, without what anybody wrote, without single questions and without what any
     * one interviewer gave.
     */
    public Scorecard summary() {
        return new Scorecard(
                interview,
                kind,
                roundTitle,
                minutes,
                host,
                interviewers,
                seated,
                candidate,
                invitee,
                zone,
                startedAt,
                finishedAt,
                publishedAt,
                headline,
                shifts.stream().map(ShiftCard::summary).toList(),
                signed.stream()
                        .map(one -> new Signed(one.interviewer(), one.verdict(), "", one.at()))
                        .toList(),
                new TrapTally(0, 0, 0),
                practice.stream().map(Practice::alone).toList(),
                List.of(),
                List.of(),
                List.of(),
                selfScoreWaived,
                previous,
                Optional.empty(),
                extent.summary());
    }

    /** The headline for somebody else than the candidate, who is called by a name. */
    public String headlineAbout(String name) {
        return Headline.of(shifts, name);
    }

    public ShiftCard on(Shift shift) {
        return shifts.stream().filter(card -> card.shift() == shift).findFirst().orElseThrow();
    }

    /** The verdicts that were given, the most frequent first; of equally frequent ones the lower first. */
    public List<VerdictCount> verdicts() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new VerdictCount(verdict, (int)
                        signed.stream().filter(one -> one.verdict() == verdict).count()))
                .filter(count -> count.count() > 0)
                .sorted(Comparator.comparingInt(VerdictCount::count).reversed())
                .toList();
    }

    /** How many interviewers it goes without. */
    public int leftOut() {
        return seated - interviewers.size();
    }

    /** How whole it is: what is missing is said, never filled in. */
    public enum Completeness {
        /** Nobody observed a single level. */
        EMPTY,
        /** Questions were not asked, or sheets were left out. */
        PARTIAL,
        WHOLE
    }

    public Completeness completeness() {
        if (levels() == 0) {
            return Completeness.EMPTY;
        }
        return leftOut() > 0 || !extent.whole() ? Completeness.PARTIAL : Completeness.WHOLE;
    }

    /** The highest rung whose probe an answer held, over all questions; absent when none was. */
    public Optional<Rung> held() {
        return questions.stream().flatMap(question -> question.held().stream()).max(Comparator.naturalOrder());
    }

    /** How the candidate sees themselves beside how they were seen, one a shift. */
    public List<SelfView> selfViews() {
        return SelfView.of(questions);
    }

    public Optional<JointSentence> sentence() {
        return debrief.flatMap(Talk::sentence);
    }

    /** How many levels all of this stands on. */
    public int levels() {
        return shifts.stream().mapToInt(card -> card.score().basis().levels()).sum();
    }
}
