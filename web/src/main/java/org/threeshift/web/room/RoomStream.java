package org.threeshift.web.room;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.web.live.Line;
import org.threeshift.web.live.Watching;

/** One open page of one candidate. It is told the stage's version when that has changed, and nothing else. */
final class RoomStream implements Watching {
    private final Supplier<Optional<String>> version;
    private String seen;

    /** @param seen the version that the page shows */
    RoomStream(Supplier<Optional<String>> version, String seen) {
        this.version = version;
        this.seen = seen;
    }

    @Override
    public void look(Line line) {
        version.get().ifPresentOrElse(now -> tell(now, line), line::close);
    }

    private void tell(String now, Line line) {
        if (!now.equals(seen)) {
            seen = now;
            line.send(SseEmitter.event().id(now).name("stage").data(now));
        }
    }
}
