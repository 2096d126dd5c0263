package org.threeshift.core.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Publishes the banks that ship, before the first request is answered. */
@Component
public class ShippedBanks implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedBanks.class);
    private static final String SHIPPED = "classpath*:banks/*.yaml";

    private final Banks banks;
    private final String pattern;

    @Autowired
    public ShippedBanks(Banks banks) {
        this(banks, SHIPPED);
    }

    ShippedBanks(Banks banks, String pattern) {
        this.banks = banks;
        this.pattern = pattern;
    }

    @Override
    public void afterSingletonsInstantiated() {
        publishAll();
    }

    /**
     * Publishes every bank that ships; those that were published before stay as they are. Where an installation has
     * published a version of its own under the same id, that one stands and the log says so.
     *
     * @throws IllegalStateException naming every problem, when a file that ships is no good; then nothing is published
     */
    public void publishAll() {
        List<Resource> files = files();
        String problems = files.stream()
                .flatMap(file -> problemsOf(file).stream())
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("A bank that ships cannot be published:\n" + problems);
        }
        files.forEach(this::publish);
    }

    private static List<Problem> problemsOf(Resource file) {
        return switch (new BankReader().read(bytes(file), name(file))) {
            case BankReading.Read _ -> List.of();
            case BankReading.Rejected(var problems) -> problems;
        };
    }

    private void publish(Resource file) {
        switch (banks.publish(bytes(file), name(file))) {
            case Publication.Published(var bank) ->
                LOG.info("Published version {} of the bank {}", bank.version(), bank.id());
            case Publication.Unchanged _ -> LOG.debug("{} was published before", name(file));
            case Publication.Rejected(var problems) ->
                LOG.warn("A bank that ships is left out, for this installation has its own: {}", problems.getFirst());
        }
    }

    private List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(ShippedBanks::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The banks that ship cannot be listed", e);
        }
    }

    private static String name(Resource file) {
        return "banks/" + file.getFilename();
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The bank " + name(file) + " that ships cannot be read", e);
        }
    }
}
