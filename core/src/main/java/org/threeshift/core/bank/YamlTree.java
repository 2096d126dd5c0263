package org.threeshift.core.bank;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The tree of a YAML text. Its events are looked through first, one at a time and without recursion, so that neither an
 * alias bomb nor a tower of brackets is ever built.
 */
final class YamlTree {
    /** A bank is six deep. */
    static final int DEEPEST = 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .build();

    private YamlTree() {}

    static Optional<Node> of(String text, Problems problems) {
        try {
            look(text, problems);
            return problems.none() ? new Compose(SETTINGS).composeString(text) : Optional.empty();
        } catch (MarkedYamlEngineException broken) {
            explain(broken, text, problems);
            return Optional.empty();
        }
    }

    private static void look(String text, Problems problems) {
        int depth = 0;
        int documents = 0;
        Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
        while (events.hasNext()) {
            Event event = events.next();
            Mark mark = event.getStartMark().orElseThrow();
            switch (event) {
                case DocumentStartEvent _ -> {
                    if (++documents > 1) {
                        problems.at(mark, Sentence.YAML_SECOND_DOCUMENT);
                        return;
                    }
                }
                case CollectionStartEvent start -> {
                    start.getTag().ifPresent(tag -> problems.at(mark, Sentence.YAML_TAG, tag));
                    if (++depth > DEEPEST) {
                        problems.at(mark, Sentence.YAML_TOO_DEEP, DEEPEST);
                        return;
                    }
                }
                case CollectionEndEvent _ -> depth--;
                case ScalarEvent scalar -> scalar.getTag().ifPresent(tag -> problems.at(mark, Sentence.YAML_TAG, tag));
                case AliasEvent alias -> problems.at(mark, Sentence.YAML_ALIAS, alias.getAlias());
                default -> {}
            }
        }
    }

    private static void explain(MarkedYamlEngineException broken, String text, Problems problems) {
        Mark mark = Stream.of(broken.getProblemMark(), broken.getContextMark())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        String[] lines = text.split("\r\n|\r|\n", -1);
        int[] tabbed = IntStream.range(0, lines.length)
                .filter(line -> indentedByTab(lines[line]))
                .toArray();
        for (int line : tabbed) {
            problems.at(line + 1, lines[line].indexOf('\t') + 1, Sentence.YAML_TAB);
        }
        if (tabbed.length > 0) {
            return;
        }
        explain(broken, mark, problems);
    }

    private static void explain(MarkedYamlEngineException broken, Mark mark, Problems problems) {
        String problem = broken.getProblem().replaceAll("\\s+", " ");
        String context = String.valueOf(broken.getContext());
        Mark opening = broken.getContextMark().orElse(mark);
        if (problem.startsWith("mapping values are not allowed")) {
            problems.at(mark, Sentence.YAML_COLON);
        } else if (context.startsWith("while parsing a flow")) {
            problems.at(mark, Sentence.YAML_BRACKET, Integer.toString(opening.getLine() + 1));
        } else if (context.startsWith("while scanning a quoted")) {
            problems.at(opening, Sentence.YAML_QUOTE);
        } else if (problem.startsWith("expected <block end>")) {
            problems.at(mark, Sentence.YAML_INDENTATION);
        } else {
            problems.at(mark, Sentence.YAML_SYNTAX, problem);
        }
    }

    private static boolean indentedByTab(String line) {
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        return indentation.indexOf('\t') >= 0 && !line.isBlank();
    }
}
