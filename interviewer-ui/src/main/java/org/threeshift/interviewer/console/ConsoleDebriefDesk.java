package org.threeshift.interviewer.console;

import org.threeshift.interviewer.debrief.DebriefDesk;

/** Hands on to the console what is done on the debrief's screen. */
record ConsoleDebriefDesk(Desk desk) implements DebriefDesk {
    @Override
    public void move(int step) {
        desk.act(now -> now.talk().move(step));
    }

    @Override
    public void word(String sentence) {
        desk.act(now -> now.talk().word(sentence));
    }

    @Override
    public void confirm() {
        desk.act(now -> now.talk().confirm());
    }

    @Override
    public void end(boolean candidateAbsent) {
        desk.act(now -> now.talk().end(candidateAbsent));
    }

    @Override
    public void sheet() {
        desk.act(ConsolePresenter::toggleSheet);
    }
}
