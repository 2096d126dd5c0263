package org.threeshift.core.bank;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What stands in a place of a YAML file. */
enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    LIST,
    KEYS,
    NOTHING;

    static Kind of(Node node) {
        if (node instanceof MappingNode) {
            return KEYS;
        }
        if (node instanceof SequenceNode) {
            return LIST;
        }
        Tag tag = node.getTag();
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return NUMBER;
        }
        return tag.equals(Tag.BOOL) ? TRUTH : tag.equals(Tag.NULL) ? NOTHING : TEXT;
    }

    String word() {
        return Sentence.valueOf("KIND_" + name()).with();
    }
}
