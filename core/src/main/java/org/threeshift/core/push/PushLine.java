package org.threeshift.core.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.network.HttpAnswer;
import org.threeshift.core.network.Line;
import org.threeshift.core.network.Line.Aim;
import org.threeshift.core.network.Line.Said;
import org.threeshift.core.network.Reach;

/**
 * Brings one message to a push service (RFC 8030), encrypted for the browser (RFC 8291) and signed (RFC 8292). It goes nowhere but where
 * {@link Reach} allows, and follows nobody elsewhere.
 */
final class PushLine {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Nobody reads what a push service says besides. */
    private static final int MOST_OCTETS = 64_000;

    /**
     * What push services answer when they doubt who sends (RFC 8292, 4.2): a clock or a key of this node that is wrong, and may be right
     * on another, or soon. It says nothing of the browser.
     */
    private static final Set<Integer> DOUBTED = Set.of(400, 401, 403);

    private final Reach reach;
    private final Line line;
    private final Duration patience;

    PushLine(Reach reach) {
        this(reach, PATIENCE);
    }

    PushLine(Reach reach, Duration patience) {
        this.reach = reach;
        this.line = new Line(reach, MOST_OCTETS);
        this.patience = patience;
    }

    /**
     * What is to be brought.
     *
     * @param text  what the browser's worker reads
     * @param lasts for how long the push service may keep it
     */
    record Parcel(String text, String topic, PushWords.Urgency urgency, Duration lasts) {}

    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** The browser has given the subscription up. */
        record Gone() implements Outcome {}

        /** @param asked how long the push service wants to be left alone */
        record NotNow(String reason, Optional<Duration> asked) implements Outcome {}

        record Never(String reason) implements Outcome {}
    }

    Outcome bring(Subscription to, Parcel parcel, ServerKeys keys, String subject, Instant now) {
        return switch (Line.aim(to.endpoint(), reach)) {
            case Aim.Wrong(var why) -> new Outcome.Never(why.name());
            case Aim.Target target -> {
                byte[] question = question(target, to, parcel, keys.authorization(to.endpoint(), subject, now));
                yield switch (line.ask(target, question, System.nanoTime() + patience.toNanos())) {
                    case Said.Answered(var answer) -> outcome(answer, now);
                    case Said.Nothing(var why) ->
                        why == Line.Hindrance.NOT_PUBLIC
                                ? new Outcome.Never(why.name())
                                : new Outcome.NotNow(why.name(), Optional.empty());
                };
            }
        };
    }

    private byte[] question(Aim.Target target, Subscription to, Parcel parcel, String authorization) {
        // One for each message: several threads that share one mix up their keys, and no browser reads what comes of
        // that.
        EncryptedPushMessage sealed = MessageEncryptions.of()
                .encrypt(UserAgentMessageEncryptionKeyInfo.of(to.key(), to.auth()), PushMessage.ofUTF8(parcel.text()));
        String head = "POST " + target.path() + " HTTP/1.1\r\nHost: " + target.authority()
                + "\r\nUser-Agent: Threeshift\r\nAuthorization: " + authorization
                + "\r\nTTL: " + Math.max(0, parcel.lasts().toSeconds())
                + "\r\nUrgency: " + parcel.urgency().code()
                + "\r\nTopic: " + parcel.topic()
                + "\r\nContent-Encoding: " + sealed.contentEncoding()
                + "\r\nContent-Type: " + sealed.mediaType()
                + "\r\nContent-Length: " + sealed.length()
                + "\r\nConnection: close\r\n\r\n";
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(sealed.toBytes());
        return all.toByteArray();
    }

    private static Outcome outcome(HttpAnswer answer, Instant now) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        if (status == 404 || status == 410) {
            return new Outcome.Gone();
        }
        if (status == 429 || status >= 500 || DOUBTED.contains(status)) {
            return new Outcome.NotNow(
                    "status " + status, answer.header("retry-after").flatMap(said -> wait(said, now)));
        }
        return new Outcome.Never("status " + status);
    }

    /** Seconds, or a date (RFC 9110, 10.2.3); absent for anything else. */
    private static Optional<Duration> wait(String said, Instant now) {
        if (said.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant at = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, at)).filter(Duration::isPositive);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
