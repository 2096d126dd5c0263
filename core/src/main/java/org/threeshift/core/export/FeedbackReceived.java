package org.threeshift.core.export;

import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.people.Person;
import tools.jackson.databind.json.JsonMapper;

/** Feedback on the person as an interviewer, as far as they are shown it: in groups, and without names. */
@Component
@Order(5)
final class FeedbackReceived implements ExportPart {
    private final FeedbackCards feedback;
    private final JsonMapper json = JsonMapper.shared();

    FeedbackReceived(FeedbackCards feedback) {
        this.feedback = feedback;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return Stream.of(ExportFile.text(
                "feedback-about-you.json",
                json.writerWithDefaultPrettyPrinter().writeValueAsString(feedback.about(person.id())),
                Sentences.text("about.feedback-about-you")));
    }
}
