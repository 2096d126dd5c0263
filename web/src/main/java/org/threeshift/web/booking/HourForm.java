package org.threeshift.web.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.booking.Refusal;

/**
 * The form by which an hour is booked, with all that was typed into it.
 *
 * @param start   the hour that was chosen; absent when none was, or when it could not be read
 * @param near    around which hour others are offered: the one that was wanted first
 * @param wrong   by the number of the question
 * @param refused why the hour cannot be had
 * @param choose  said at the choice of hours when none was chosen
 * @param yours   what the reader booked for that time already
 */
public record HourForm(
        Optional<Instant> start,
        Optional<Instant> near,
        ZoneId zone,
        String interview,
        List<String> answers,
        Map<Integer, Refusal> wrong,
        String refused,
        String choose,
        Optional<Booking> yours) {
    public HourForm {
        answers = List.copyOf(answers);
        wrong = Map.copyOf(wrong);
    }

    HourForm(Optional<Instant> start, Optional<Instant> near, ZoneId zone, String interview, List<String> answers) {
        this(start, near, zone, interview, answers, Map.of(), "", "", Optional.empty());
    }

    HourForm wrong(Map<Integer, Refusal> answered) {
        return new HourForm(start, near, zone, interview, answers, answered, "", "", Optional.empty());
    }

    HourForm refused(String sentence) {
        return new HourForm(start, near, zone, interview, answers, Map.of(), sentence, "", Optional.empty());
    }

    HourForm unchosen(String sentence) {
        return new HourForm(start, near, zone, interview, answers, Map.of(), "", sentence, Optional.empty());
    }

    HourForm yours(Booking booking) {
        return new HourForm(start, near, zone, interview, answers, Map.of(), "", "", Optional.of(booking));
    }

    /** Whether another hour is to be chosen. */
    public boolean asks() {
        return !refused.isEmpty() || !choose.isEmpty();
    }

    public String answer(int number) {
        return number < answers.size() ? answers.get(number) : "";
    }

    public String wrong(int number) {
        Refusal refusal = wrong.get(number);
        return refusal == null ? "" : refusal.sentence();
    }
}
