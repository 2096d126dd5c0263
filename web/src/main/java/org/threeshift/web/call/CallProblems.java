package org.threeshift.web.call;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.threeshift.core.call.Gone;
import org.threeshift.web.page.Texts;

/** Refusals of the call, as problem details with a word for the script in {@code reason}. */
@Component
record CallProblems(Texts texts) {
    /** Each has its sentence under {@code call.problem.}. */
    enum Reason {
        NOT_THERE(HttpStatus.NOT_FOUND),
        CLOSED(HttpStatus.CONFLICT),
        MOVED(HttpStatus.CONFLICT),
        FULL(HttpStatus.CONFLICT),
        ELSEWHERE(HttpStatus.GONE),
        LAPSED(HttpStatus.GONE),
        UNREADABLE(HttpStatus.BAD_REQUEST),
        TOO_LONG(HttpStatus.CONTENT_TOO_LARGE),
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        static Reason of(Gone gone) {
            return switch (gone) {
                case NOT_THERE -> NOT_THERE;
                case CLOSED -> CLOSED;
                case MOVED -> MOVED;
                case ELSEWHERE -> ELSEWHERE;
                case LAPSED -> LAPSED;
            };
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ErrorResponseException of(Gone gone) {
        return of(Reason.of(gone));
    }

    ErrorResponseException of(Reason reason) {
        var problem = ProblemDetail.forStatusAndDetail(
                reason.status, texts.text("call.problem." + reason.key(), org.threeshift.core.call.Calls.PLACES));
        problem.setProperty("reason", reason.key());
        return new ErrorResponseException(reason.status, problem, null);
    }
}
