package org.threeshift.core.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

@Component
final class PostgresFeedbackStore implements FeedbackStore {
    private final JdbcClient jdbc;

    PostgresFeedbackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FeedbackCard> about(PersonId interviewer) {
        return jdbc.sql("""
                select interview_id, interviewer, candidate, strategy, accountability, team, sentence, changed_at
                  from feedback_card
                 where interviewer = :interviewer
                 order by number
                """)
                .param("interviewer", interviewer.value())
                .query(PostgresFeedbackStore::card)
                .list();
    }

    @Override
    public List<FeedbackCard> of(InterviewId interview) {
        return jdbc.sql("""
                select interview_id, interviewer, candidate, strategy, accountability, team, sentence, changed_at
                  from feedback_card
                 where interview_id = :interview
                 order by interviewer
                """)
                .param("interview", interview.value())
                .query(PostgresFeedbackStore::card)
                .list();
    }

    @Override
    public boolean put(FeedbackCard card, int known) {
        return jdbc.sql("""
                        select put_feedback_card(:interview, :interviewer, :candidate, :strategy, :accountability, :team,
                                                 :sentence, :at, :known)
                        """)
                .param("interview", card.interview().value())
                .param("interviewer", card.interviewer().value())
                .param("candidate", card.candidate().value())
                .param("strategy", card.level(Shift.STRATEGY).key())
                .param("accountability", card.level(Shift.ACCOUNTABILITY).key())
                .param("team", card.level(Shift.TEAM).key())
                .param("sentence", card.sentence())
                .param("at", card.changedAt().atOffset(ZoneOffset.UTC))
                .param("known", known)
                .query(Boolean.class)
                .single();
    }

    private static FeedbackCard card(ResultSet row, int number) throws SQLException {
        return new FeedbackCard(
                new InterviewId(row.getObject("interview_id", UUID.class)),
                new PersonId(row.getObject("interviewer", UUID.class)),
                new PersonId(row.getObject("candidate", UUID.class)),
                Map.of(
                        Shift.STRATEGY, Level.ofKey(row.getInt("strategy")),
                        Shift.ACCOUNTABILITY, Level.ofKey(row.getInt("accountability")),
                        Shift.TEAM, Level.ofKey(row.getInt("team"))),
                row.getString("sentence"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
