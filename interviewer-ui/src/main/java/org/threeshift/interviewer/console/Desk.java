package org.threeshift.interviewer.console;

import java.io.Serializable;
import java.util.function.Function;

/** Where the parts of the screen hand in what the person does. */
@FunctionalInterface
interface Desk extends Serializable {
    /** Does it, and shows the screen that comes of it. */
    void act(Function<ConsolePresenter, Screen> action);
}
