package org.threeshift.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.ConnectionId;
import org.threeshift.core.presence.Presence;
import org.threeshift.web.page.Texts;

/** Where the open pages of an interview say every few seconds that they are there, and hear who else is. */
@RestController
final class HereApi {
    private final Presence presence;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    HereApi(Presence presence, CurrentPerson currentPerson, Texts texts) {
        this.presence = presence;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    /**
     * @param connection the tab's own id, a UUID
     * @param leaving    true when the page closes; the answer is then of no use to anybody
     */
    record Beat(@Nullable String connection, @Nullable Boolean leaving) {}

    /** Everybody who is here, the page's own person included, and who has gone within the last hour. Who is not in it is not here. */
    record Here(List<Somebody> people) {}

    /** @param state {@code here}, since then; {@code lost} or {@code gone}, last heard of then */
    record Somebody(String person, String state, Instant since) {}

    /** 404 for whoever has no part in the interview. */
    @PostMapping(path = "/api/interviews/{id}/here", consumes = MediaType.APPLICATION_JSON_VALUE)
    Here beat(@PathVariable String id, @RequestBody Beat beat) {
        ConnectionId tab = Optional.ofNullable(beat.connection())
                .flatMap(ConnectionId::parse)
                .orElseThrow(() -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "api.here.connection"));
        PersonId person = currentPerson.required().id();
        Optional<InterviewId> interview = InterviewId.parse(id);
        if (Boolean.TRUE.equals(beat.leaving())) {
            interview.ifPresent(one -> presence.leave(one, person, tab));
            return new Here(List.of());
        }
        return interview
                .flatMap(one -> presence.beat(one, person, tab))
                .map(HereApi::here)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "api.here.missing"));
    }

    private static Here here(List<Attendance> people) {
        return new Here(people.stream()
                .map(one ->
                        new Somebody(one.person().toString(), one.state().name().toLowerCase(Locale.ROOT), one.since()))
                .toList());
    }

    private ErrorResponseException problem(HttpStatus status, String key) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, texts.text(key)), null);
    }
}
