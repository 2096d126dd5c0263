package org.threeshift.web.call;

import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.call.Calls;
import org.threeshift.core.call.ConnectionId;
import org.threeshift.core.call.Gone;
import org.threeshift.core.call.Sight;
import org.threeshift.core.call.Signal;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.live.Line;
import org.threeshift.web.live.Watching;

/**
 * What one page is told: who may be in the call and who is, whenever that changes, then the page's signals in order, each
 * under its number.
 */
final class CallStream implements Watching {
    /** @param connection absent for a page that only watches */
    record Page(InterviewId interview, PersonId person, Optional<ConnectionId> connection) {
        Sight look(Calls calls, long after) {
            return connection
                    .map(in -> calls.look(interview, person, in, after))
                    .orElseGet(() -> calls.watch(interview, person));
        }
    }

    private final Page page;
    private final Calls calls;
    private final CallWords words;
    private long after;
    private String seated = "";
    private String callers = "";

    /** @param after the last signal that the page has, 0 for none */
    CallStream(Page page, Calls calls, CallWords words, long after) {
        this.page = page;
        this.calls = calls;
        this.words = words;
        this.after = after;
    }

    @Override
    public void look(Line line) {
        switch (page.look(calls, after)) {
            case Sight.Here(var now, var may, var signals) ->
                tell(words.seated(may), words.callers(now), signals, line);
            case Sight.Out(Gone why) -> {
                line.send(SseEmitter.event()
                        .name("out")
                        .data(CallProblems.Reason.of(why).key()));
                line.close();
            }
        }
    }

    private void tell(String may, String now, List<Signal> signals, Line line) {
        if (!may.equals(seated)) {
            seated = may;
            line.send(SseEmitter.event().name("seated").data(may));
        }
        if (!now.equals(callers)) {
            callers = now;
            line.send(SseEmitter.event().name("callers").data(now));
        }
        for (Signal signal : signals) {
            after = signal.number();
            line.send(SseEmitter.event()
                    .id(Long.toString(signal.number()))
                    .name("signal")
                    .data(words.signal(signal)));
        }
    }
}
