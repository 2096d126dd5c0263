package org.threeshift.web.host;

import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What a host has entered, as typed.
 *
 * @param interview the id of the interview to be, made when the form was first opened: sending it twice makes one
 * @param round     bank and round, as {@code bank/round}
 * @param candidate how the candidate is named: member, email or link
 * @param others    the ids of further interviewers
 * @param when      now or later
 * @param startsAt  local date and time, as {@code 2026-11-25T14:30}
 * @param minutes   for both halves of an exchange; empty for twice the round's
 * @param interviewsFirst in an exchange: host or partner
 */
public record HostForm(
        String interview,
        String round,
        String kind,
        String candidate,
        String member,
        String email,
        String label,
        List<String> others,
        String when,
        String startsAt,
        String minutes,
        String interviewsFirst) {

    static HostForm fresh(UUID interview, String round, String kind, String member, String startsAt) {
        return new HostForm(
                interview.toString(), round, kind, "member", member, "", "", List.of(), "now", startsAt, "", "host");
    }

    static HostForm of(MultiValueMap<String, String> sent) {
        return new HostForm(
                text(sent, "interview"),
                text(sent, "round"),
                text(sent, "kind"),
                text(sent, "candidate"),
                text(sent, "member"),
                text(sent, "email"),
                text(sent, "label"),
                List.copyOf(sent.getOrDefault("others", List.of())),
                text(sent, "when"),
                text(sent, "startsAt"),
                text(sent, "minutes"),
                text(sent, "interviewsFirst"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
