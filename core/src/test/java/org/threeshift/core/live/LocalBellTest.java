package org.threeshift.core.live;

class LocalBellTest extends BellContract {
    private final Bell bell = new LocalBell();

    @Override
    Bell bell() {
        return bell;
    }
}
