package org.threeshift.core.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file. Past {@value #SHOWN} it only counts: nobody reads more, and a file may hold a hundred thousand. */
final class Problems {
    static final int SHOWN = 200;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int unshown;

    Problems(String file) {
        this.file = file;
    }

    void at(Node node, Sentence sentence, Object... details) {
        node.getStartMark().ifPresentOrElse(mark -> at(mark, sentence, details), () -> atLine(1, sentence, details));
    }

    void at(Mark mark, Sentence sentence, Object... details) {
        at(mark.getLine() + 1, mark.getColumn() + 1, sentence, details);
    }

    void at(int line, int column, Sentence sentence, Object... details) {
        add(line, OptionalInt.of(column), sentence, details);
    }

    void atLine(int line, Sentence sentence, Object... details) {
        add(line, OptionalInt.empty(), sentence, details);
    }

    private void add(int line, OptionalInt column, Sentence sentence, Object... details) {
        if (problems.size() < SHOWN) {
            problems.add(new Problem(file, line, column, sentence.with(details)));
        } else {
            unshown++;
        }
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> list() {
        List<Problem> list = new ArrayList<>(problems);
        list.sort(Comparator.comparingInt(Problem::line)
                .thenComparingInt(problem -> problem.column().orElse(0)));
        if (unshown > 0) {
            list.add(new Problem(
                    file, list.getLast().line(), OptionalInt.empty(), Sentence.MORE_PROBLEMS.with(unshown)));
        }
        return list;
    }
}
