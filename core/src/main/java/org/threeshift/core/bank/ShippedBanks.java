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
     * Publishes every bank that ships; those that were published before stay as they are.
     *
     * @throws IllegalStateException naming every problem, when one cannot be published: the application must not start
     *                               with fewer banks than it says
     */
    public void publishAll() {
        List<Problem> problems =
                files().stream().flatMap(file -> problemsOf(file).stream()).toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("A bank that ships cannot be published:\n"
                    + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    private List<Problem> problemsOf(Resource file) {
        return switch (banks.publish(bytes(file), name(file))) {
            case Publication.Published(var bank) -> {
                LOG.info("Published version {} of the bank {}", bank.version(), bank.id());
                yield List.of();
            }
            case Publication.Unchanged _ -> List.of();
            case Publication.Rejected(var problems) -> problems;
        };
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
