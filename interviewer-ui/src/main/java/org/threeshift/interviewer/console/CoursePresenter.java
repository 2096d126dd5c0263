package org.threeshift.interviewer.console;

import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.PersonId;

/** What is asked when. */
final class CoursePresenter {
    private final ConsolePresenter console;

    CoursePresenter(ConsolePresenter console) {
        this.console = console;
    }

    Screen pose(String questionId) {
        return send(new Command.Pose(questionId));
    }

    /** Poses the next question; when all were posed it says that only the end is left. */
    Screen next() {
        return console.justOvertaken() ? say("course.overtaken") : poseNext();
    }

    private Screen poseNext() {
        return Position.next(console.view())
                .map(item -> pose(item.questionId()))
                .orElseGet(() -> say("course.none-left"));
    }

    Screen closeQuestion() {
        return console.justOvertaken() ? say("course.overtaken") : closeOpen();
    }

    private Screen closeOpen() {
        return Position.open(console.view())
                .map(open -> send(new Command.CloseQuestion(open)))
                .orElseGet(() -> say("course.none-open"));
    }

    Screen finish() {
        return send(new Command.Finish());
    }

    /** Hands the lead over, or takes it. */
    Screen passLead(PersonId to) {
        return send(new Command.PassLead(to));
    }

    private Screen say(String key) {
        return console.say(Place.COURSE, key);
    }

    private Screen send(Command command) {
        return console.send(Place.COURSE, command);
    }
}
