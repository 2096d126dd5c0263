package org.threeshift.core.pairing.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole simulation and the measurement, for the tables and the plot of docs/matching.md. Run by {@code ./threeshift simulate}
 * alone; {@link SimulationTest} plays a small version of it.
 */
class Simulate {
    private static final int MEMBERS = 500;
    private static final int WEEKS = 12;
    private static final Path FOLDER = Path.of("target", "matching");

    @Test
    void play() throws IOException {
        Files.createDirectories(FOLDER);
        Map<String, Tally> tallies = Ways.played(MEMBERS, WEEKS);
        Files.writeString(FOLDER.resolve("simulation.svg"), new Plot(tallies).svg());
        List<String> lines = new ArrayList<>(Figures.table(tallies));
        lines.add("");
        lines.addAll(Sizes.measured());
        Files.write(FOLDER.resolve("matching.md"), lines);
    }
}
