package org.threeshift.core.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * By which ways somebody wants to be told of what.
 *
 * @param made what they chose, of kinds that are {@link Kind#chosenAs chosen as} themselves; what is not in it is as the kind has it
 */
public record Choices(Map<Choice, Boolean> made) {
    /** One box of the person's page. */
    public record Choice(Kind kind, Channel channel) {
        public Choice {
            kind = kind.chosenAs();
        }
    }

    public Choices {
        made = Map.copyOf(made);
    }

    public boolean wants(Kind kind, Channel channel) {
        return made.getOrDefault(
                new Choice(kind, channel), kind.chosenAs().unlessChosen().contains(channel));
    }

    /** In the order of the channels. */
    List<Channel> wanted(Kind kind) {
        return Arrays.stream(Channel.values())
                .filter(channel -> wants(kind, channel))
                .toList();
    }
}
