package org.threeshift.web.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.threeshift.web.live.Line;

class LineStreamTest {
    private final List<String> told = new ArrayList<>();
    private final Line line = new Line() {
        @Override
        public void send(SseEventBuilder event) {
            told.add(event.build().stream()
                    .map(part -> String.valueOf(part.getData()))
                    .reduce("", String::concat)
                    .replace("\n", " ")
                    .strip());
        }

        @Override
        public void sendSoon(SseEventBuilder event) {
            send(event);
        }

        @Override
        public void wake() {}

        @Override
        public void close() {
            told.add("closed");
        }
    };

    private LineCard now = waiting(0);
    private final LineStream stream = new LineStream(() -> now, waiting(0).version());

    @Test
    void a_page_is_told_when_its_reader_stands_otherwise_and_only_then() {
        stream.look(line);
        assertThat(told).isEmpty();
        now = waiting(1);
        stream.look(line);
        stream.look(line);
        assertThat(told).containsExactly("id:waiting1 event:line data:waiting1");
    }

    @Test
    void the_line_ends_once_they_have_left() {
        now = card("outside", 0);
        stream.look(line);
        assertThat(told).containsExactly("id:outside0 event:line data:outside0", "closed");
    }

    @Test
    void while_the_database_is_away_nothing_is_told_and_the_next_look_tells() {
        var away = new LineStream(
                () -> {
                    if (now.others() == 7) {
                        throw new CannotCreateTransactionException("away");
                    }
                    return now;
                },
                "");
        now = waiting(7);
        away.look(line);
        assertThat(told).isEmpty();
        now = waiting(2);
        away.look(line);
        assertThat(told).hasSize(1);
    }

    private static LineCard waiting(int others) {
        return card("waiting", others);
    }

    private static LineCard card(String state, int others) {
        return new LineCard(
                state,
                Optional.of(Instant.EPOCH),
                others,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
