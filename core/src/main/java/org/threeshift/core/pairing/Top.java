package org.threeshift.core.pairing;

import java.util.function.IntConsumer;

/** The few with the highest marks of many, in which a mark is 0 or more. */
final class Top {
    private final long[] marks;
    private final int[] whose;
    private int size;

    Top(int most) {
        marks = new long[most];
        whose = new int[most];
    }

    void clear() {
        size = 0;
    }

    void offer(int person, long mark) {
        int most = marks.length;
        if (most == 0 || (size == most && mark <= marks[size - 1])) {
            return;
        }
        int at = size == most ? size - 1 : size++;
        while (at > 0 && marks[at - 1] < mark) {
            marks[at] = marks[at - 1];
            whose[at] = whose[at - 1];
            at--;
        }
        marks[at] = mark;
        whose[at] = person;
    }

    void forEach(IntConsumer each) {
        for (int at = 0; at < size; at++) {
            each.accept(whose[at]);
        }
    }
}
