package org.threeshift.core.interview;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import java.util.function.Function;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.Reversal;
import org.threeshift.core.people.PersonId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Events as the log stores them. The stored names are written here by hand, so that a class may be renamed; the names of
 * record components and enum constants are stored too, and the golden files of the tests hold them still. A new version of
 * an event gets a line in {@link #read}; lines are never taken away.
 */
final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(ids())
            .addMixIn(Amendment.class, AmendmentNames.class)
            .addMixIn(Reversal.class, ReversalNames.class)
            .build();

    private EventJson() {}

    /**
     * @param type    the stored name of the kind of event
     * @param version of the payload's shape, from 1
     * @param payload a JSON object
     */
    record Stored(String type, int version, String payload) {}

    static Stored write(InterviewEvent event) {
        return new Stored(type(event), 1, JSON.writeValueAsString(event));
    }

    /** @throws IllegalStateException for a type, version or shape that no release so far has written */
    static InterviewEvent read(Stored stored) {
        Class<? extends InterviewEvent> shape = shape(stored);
        try {
            return JSON.readValue(stored.payload(), shape);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "The log holds an event of type \"%s\", version %d, whose payload does not have that version's shape: %s"
                            .formatted(stored.type(), stored.version(), e.getOriginalMessage()),
                    e);
        }
    }

    private static String type(InterviewEvent event) {
        return switch (event) {
            case InterviewEvent.Scheduled _ -> "scheduled";
            case InterviewEvent.Rescheduled _ -> "rescheduled";
            case InterviewEvent.Cancelled _ -> "cancelled";
            case InterviewEvent.NoShowReported _ -> "no-show-reported";
            case InterviewEvent.Joined _ -> "joined";
            case InterviewEvent.Started _ -> "started";
            case InterviewEvent.QuestionPosed _ -> "question-posed";
            case InterviewEvent.ProbeAsked _ -> "probe-asked";
            case InterviewEvent.ProbeJudged _ -> "probe-judged";
            case InterviewEvent.Rated _ -> "rated";
            case InterviewEvent.TrapJudged _ -> "trap-judged";
            case InterviewEvent.HeightReached _ -> "height-reached";
            case InterviewEvent.EvidenceNoted _ -> "evidence-noted";
            case InterviewEvent.EvidenceRevised _ -> "evidence-revised";
            case InterviewEvent.EvidenceWithdrawn _ -> "evidence-withdrawn";
            case InterviewEvent.PromiseMarked _ -> "promise-marked";
            case InterviewEvent.QuestionClosed _ -> "question-closed";
            case InterviewEvent.Finished _ -> "finished";
            case InterviewEvent.SheetLocked _ -> "sheet-locked";
            case InterviewEvent.SheetAmended _ -> "sheet-amended";
            case InterviewEvent.SelfScored _ -> "self-scored";
            case InterviewEvent.Published _ -> "published";
            case InterviewEvent.SeatGiven _ -> "seat-given";
            case InterviewEvent.SeatWithdrawn _ -> "seat-withdrawn";
            case InterviewEvent.LeadPassed _ -> "lead-passed";
            case InterviewEvent.MeetingLinkSet _ -> "meeting-link-set";
            case InterviewEvent.Paused _ -> "paused";
            case InterviewEvent.Resumed _ -> "resumed";
            case InterviewEvent.QuestionSkipped _ -> "question-skipped";
            case InterviewEvent.AgendaReordered _ -> "agenda-reordered";
            case InterviewEvent.RoundChosen _ -> "round-chosen";
            case InterviewEvent.QuestionAdded _ -> "question-added";
            case InterviewEvent.Undone _ -> "undone";
            case InterviewEvent.ScoringClosed _ -> "scoring-closed";
            case InterviewEvent.DebriefOpened _ -> "debrief-opened";
            case InterviewEvent.DebriefMoved _ -> "debrief-moved";
            case InterviewEvent.SentenceWorded _ -> "sentence-worded";
            case InterviewEvent.SentenceConfirmed _ -> "sentence-confirmed";
            case InterviewEvent.DebriefEnded _ -> "debrief-ended";
            case InterviewEvent.PersonMerged _ -> "person-merged";
            case InterviewEvent.WordsErased _ -> "words-erased";
        };
    }

    private static Class<? extends InterviewEvent> shape(Stored stored) {
        return switch (stored.type() + " " + stored.version()) {
            case "scheduled 1" -> InterviewEvent.Scheduled.class;
            case "rescheduled 1" -> InterviewEvent.Rescheduled.class;
            case "cancelled 1" -> InterviewEvent.Cancelled.class;
            case "no-show-reported 1" -> InterviewEvent.NoShowReported.class;
            case "joined 1" -> InterviewEvent.Joined.class;
            case "started 1" -> InterviewEvent.Started.class;
            case "question-posed 1" -> InterviewEvent.QuestionPosed.class;
            case "probe-asked 1" -> InterviewEvent.ProbeAsked.class;
            case "probe-judged 1" -> InterviewEvent.ProbeJudged.class;
            case "rated 1" -> InterviewEvent.Rated.class;
            case "trap-judged 1" -> InterviewEvent.TrapJudged.class;
            case "height-reached 1" -> InterviewEvent.HeightReached.class;
            case "evidence-noted 1" -> InterviewEvent.EvidenceNoted.class;
            case "evidence-revised 1" -> InterviewEvent.EvidenceRevised.class;
            case "evidence-withdrawn 1" -> InterviewEvent.EvidenceWithdrawn.class;
            case "promise-marked 1" -> InterviewEvent.PromiseMarked.class;
            case "question-closed 1" -> InterviewEvent.QuestionClosed.class;
            case "finished 1" -> InterviewEvent.Finished.class;
            case "sheet-locked 1" -> InterviewEvent.SheetLocked.class;
            case "sheet-amended 1" -> InterviewEvent.SheetAmended.class;
            case "self-scored 1" -> InterviewEvent.SelfScored.class;
            case "published 1" -> InterviewEvent.Published.class;
            case "seat-given 1" -> InterviewEvent.SeatGiven.class;
            case "seat-withdrawn 1" -> InterviewEvent.SeatWithdrawn.class;
            case "lead-passed 1" -> InterviewEvent.LeadPassed.class;
            case "meeting-link-set 1" -> InterviewEvent.MeetingLinkSet.class;
            case "paused 1" -> InterviewEvent.Paused.class;
            case "resumed 1" -> InterviewEvent.Resumed.class;
            case "question-skipped 1" -> InterviewEvent.QuestionSkipped.class;
            case "agenda-reordered 1" -> InterviewEvent.AgendaReordered.class;
            case "round-chosen 1" -> InterviewEvent.RoundChosen.class;
            case "question-added 1" -> InterviewEvent.QuestionAdded.class;
            case "undone 1" -> InterviewEvent.Undone.class;
            case "scoring-closed 1" -> InterviewEvent.ScoringClosed.class;
            case "debrief-opened 1" -> InterviewEvent.DebriefOpened.class;
            case "debrief-moved 1" -> InterviewEvent.DebriefMoved.class;
            case "sentence-worded 1" -> InterviewEvent.SentenceWorded.class;
            case "sentence-confirmed 1" -> InterviewEvent.SentenceConfirmed.class;
            case "debrief-ended 1" -> InterviewEvent.DebriefEnded.class;
            case "person-merged 1" -> InterviewEvent.PersonMerged.class;
            case "words-erased 1" -> InterviewEvent.WordsErased.class;
            default ->
                throw new IllegalStateException(
                        "The log holds an event of type \"%s\", version %d, which this release cannot read. A later release wrote it: run that one."
                                .formatted(stored.type(), stored.version()));
        };
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Amendment.OfLevel.class, name = "level"),
        @JsonSubTypes.Type(value = Amendment.OfTrap.class, name = "trap"),
        @JsonSubTypes.Type(value = Amendment.OfVerdict.class, name = "verdict"),
        @JsonSubTypes.Type(value = Amendment.OfSummary.class, name = "summary")
    })
    private interface AmendmentNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Reversal.OfLevel.class, name = "level"),
        @JsonSubTypes.Type(value = Reversal.OfTrap.class, name = "trap"),
        @JsonSubTypes.Type(value = Reversal.OfProbe.class, name = "probe"),
        @JsonSubTypes.Type(value = Reversal.OfProbeJudgement.class, name = "probe-judgement"),
        @JsonSubTypes.Type(value = Reversal.OfHeight.class, name = "height")
    })
    private interface ReversalNames {}

    private static SimpleModule ids() {
        return new SimpleModule("ids")
                .addSerializer(new IdWriter<>(PersonId.class, PersonId::value))
                .addDeserializer(PersonId.class, new IdReader<>(PersonId.class, PersonId::new))
                .addSerializer(new IdWriter<>(EvidenceId.class, EvidenceId::value))
                .addDeserializer(EvidenceId.class, new IdReader<>(EvidenceId.class, EvidenceId::new));
    }

    private static final class IdWriter<T> extends StdSerializer<T> {
        private final Function<T, UUID> value;

        IdWriter(Class<T> type, Function<T, UUID> value) {
            super(type);
            this.value = value;
        }

        @Override
        public void serialize(T id, JsonGenerator json, SerializationContext context) {
            json.writeString(value.apply(id).toString());
        }
    }

    private static final class IdReader<T> extends StdDeserializer<T> {
        private final Function<UUID, T> id;

        IdReader(Class<T> type, Function<UUID, T> id) {
            super(type);
            this.id = id;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return id.apply(context.readValue(json, UUID.class));
        }
    }
}
