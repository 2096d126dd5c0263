package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.net.URI;
import java.util.Optional;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal.Code;

/** Who sits where: panel members, shadows and observers, who leads, and where the call takes place. */
final class Seating {
    private Seating() {}

    static Decision give(Known state, Command.GiveSeat wanted, By by) {
        if (!state.setup().host().equals(by.actor())) {
            return refused(Code.ONLY_HOST);
        }
        return switch (state) {
            case Interview.Scheduled now -> give(now.setup(), wanted);
            // Whoever joins later has not heard every answer, so they cannot score for the candidate.
            case Live now ->
                wanted.seat() == Seat.INTERVIEWER && !now.setup().isInterviewer(wanted.person())
                        ? refused(Code.ALREADY_STARTED)
                        : give(now.setup(), wanted);
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private static Decision give(Setup setup, Command.GiveSeat wanted) {
        if (wanted.seat() == Seat.CANDIDATE) {
            return refused(Code.CHAIR_BY_INVITATION);
        }
        if (setup.seat(wanted.person()).filter(wanted.seat()::equals).isPresent()) {
            return already();
        }
        return refusalOf(setup, wanted)
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> happened(new InterviewEvent.SeatGiven(wanted.person(), wanted.seat())));
    }

    private static Optional<Refusal> refusalOf(Setup setup, Command.GiveSeat wanted) {
        if (setup.isCandidate(wanted.person())) {
            return Optional.of(Refusal.of(Code.CANDIDATE_IS_INTERVIEWER));
        }
        if (setup.isInterviewer(wanted.person())) {
            return Optional.of(Refusal.of(Code.INTERVIEWER_STAYS));
        }
        if (wanted.seat() == Seat.INTERVIEWER) {
            return setup.kind() == Kind.PANEL && setup.interviewers().size() < Limits.INTERVIEWERS
                    ? Optional.empty()
                    : Optional.of(Refusal.of(Code.PANEL_TOO_LARGE, Integer.toString(Limits.INTERVIEWERS)));
        }
        return setup.watchers().size() >= Limits.WATCHERS && !setup.watchers().containsKey(wanted.person())
                ? Optional.of(Refusal.of(Code.TOO_MANY_WATCHERS, Integer.toString(Limits.WATCHERS)))
                : Optional.empty();
    }

    static Decision withdraw(Known state, Command.WithdrawSeat wanted, By by) {
        if (!state.setup().host().equals(by.actor())) {
            return refused(Code.ONLY_HOST);
        }
        return switch (state) {
            case Interview.Scheduled _, Live _ -> {
                if (state.setup().isInterviewer(wanted.person())) {
                    yield refused(Code.INTERVIEWER_STAYS);
                }
                yield state.setup().watchers().containsKey(wanted.person())
                        ? happened(new InterviewEvent.SeatWithdrawn(wanted.person()))
                        : already();
            }
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    /** The lead hands over, the host may too, and any interviewer takes it: a lead whose connection is lost cannot hand over. */
    static Decision passLead(Known state, Command.PassLead wanted, By by) {
        Setup setup = state.setup();
        if (!setup.isInterviewer(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        boolean may = setup.isLead(by.actor())
                || setup.host().equals(by.actor())
                || wanted.to().equals(by.actor());
        if (!may) {
            return refused(Code.ONLY_LEAD);
        }
        if (!setup.isInterviewer(wanted.to())) {
            return refused(Code.LEAD_MUST_SCORE);
        }
        return switch (state) {
            case Interview.Scheduled _, Live _ ->
                setup.isLead(wanted.to()) ? already() : happened(new InterviewEvent.LeadPassed(wanted.to()));
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    static Decision meetAt(Known state, Command.SetMeetingLink wanted, By by) {
        if (!state.setup().host().equals(by.actor())) {
            return refused(Code.ONLY_HOST);
        }
        return switch (state) {
            case Interview.Scheduled _, Live _, Debriefing _ -> {
                if (state.setup().meetingLink().equals(wanted.link())) {
                    yield already();
                }
                yield refusalOfLink(wanted.link())
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> happened(new InterviewEvent.MeetingLinkSet(wanted.link())));
            }
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    /** Only https: the address becomes a link on other people's screens. */
    static Optional<Refusal> refusalOfLink(Optional<URI> link) {
        return link.filter(address -> !"https".equalsIgnoreCase(address.getScheme())
                        || address.getHost() == null
                        || address.getUserInfo() != null
                        || address.toString().length() > Limits.LINK_CHARACTERS)
                .map(_ -> Refusal.of(Code.LINK_NOT_HTTPS));
    }
}
