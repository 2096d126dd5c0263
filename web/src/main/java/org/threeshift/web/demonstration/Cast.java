package org.threeshift.web.demonstration;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

/**
 * Who there is, by key.
 *
 * @param seed     whatever chance decides follows from it
 * @param visit    of somebody without an account
 * @param pictures of those who have given one
 */
record Cast(
        long seed,
        String coach,
        Group cohort,
        Visit visit,
        Map<String, Likeness> pictures,
        Map<String, Player> people) {
    /**
     * @param coaches who follows it besides the one who owns it
     * @param asked   who has not answered yet
     */
    record Group(String name, List<String> coaches, List<String> members, List<String> asked) {}

    /** @param days until then */
    record Visit(String name, String email, ZoneId zone, String host, Kind kind, String round, int days) {}

    /** What somebody says about themselves. */
    record About(String pronouns, List<String> languages, String targetRole, Seniority seniority) {}

    /** @param leniency how much this person scores above what was there, in levels */
    record Player(
            String name,
            String email,
            ZoneId zone,
            Role role,
            double leniency,
            Optional<Profile> profile,
            Optional<About> about) {
        String firstName() {
            return name.substring(0, name.indexOf(' '));
        }
    }

    /**
     * How somebody answers as a candidate.
     *
     * @param levels     for each shift, where answers lie at the first, second, … interview, from 1 to 5
     * @param overrating how much they score themselves above that, interview by interview, in levels
     * @param traps      for each family of traps, how easily they fall for it, from 0 to 1
     * @param slowness   factor on the time it takes them to reach a height
     */
    record Profile(
            Map<Shift, List<Double>> levels, List<Double> overrating, Map<String, Double> traps, double slowness) {
        /** @param occasion 0 for the first interview; beyond the last one given, the last counts */
        double level(Shift shift, int occasion) {
            return at(levels.getOrDefault(shift, List.of()), occasion);
        }

        /** The mean over the shifts. */
        double level(int occasion) {
            return levels.keySet().stream()
                    .mapToDouble(shift -> level(shift, occasion))
                    .average()
                    .orElseThrow();
        }

        double overrating(int occasion) {
            return at(overrating, occasion);
        }

        /** Nobody is quite safe from a trap. */
        double proneness(String family) {
            return traps.getOrDefault(family, 0.15);
        }

        private static double at(List<Double> values, int occasion) {
            return values.get(Math.min(occasion, values.size() - 1));
        }
    }

    Player player(String key) {
        return Optional.ofNullable(people.get(key))
                .orElseThrow(() -> new IllegalArgumentException("Nobody in the cast is called " + key));
    }

    Profile profile(String candidate) {
        return player(candidate)
                .profile()
                .orElseThrow(() -> new IllegalArgumentException(candidate + " has no profile to answer from"));
    }
}
