package org.threeshift.core.push;

import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.Seal;

/**
 * The keys of this installation: those of its settings, or else a pair that whichever node needs it first makes, once, and that is
 * kept in the database, sealed.
 */
@Component
class PushKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PushKeys.class);
    private static final String OWNER = "push";
    private static final String SEALED = "sealed:";
    private static final String OPEN = "open:";

    private final PostgresPushKey store;
    private final Optional<Seal> seal;
    private final InstantSource time;
    private final Optional<ServerKeys> given;
    private volatile @Nullable ServerKeys known;
    /** Once is enough. */
    private final AtomicBoolean said = new AtomicBoolean();

    PushKeys(PostgresPushKey store, PushSettings settings, Optional<Seal> seal, InstantSource time) {
        this.store = store;
        this.seal = seal.filter(Seal::ready);
        this.time = time;
        this.given = settings.keys().map(PushKeys::keys);
    }

    /**
     * The pair, which is made where there is none: not within a transaction, which might come to nothing.
     *
     * @return absent when it was sealed with a secret key that is gone, which the log says
     */
    Optional<ServerKeys> current() {
        Optional<ServerKeys> kept = kept();
        if (kept.isPresent() || store.find().isPresent()) {
            return kept;
        }
        ServerKeys fresh = ServerKeys.fresh();
        store.keep(fresh.open(), closed(fresh.secret()), time.instant());
        // Another node may have been first: what is kept counts.
        return kept();
    }

    /** The same, without making one: whoever has a device has it by a pair that there is. */
    Optional<ServerKeys> kept() {
        if (given.isPresent()) {
            return given;
        }
        ServerKeys before = known;
        if (before != null) {
            return Optional.of(before);
        }
        Optional<PostgresPushKey.Row> row = store.find();
        Optional<ServerKeys> kept =
                row.flatMap(some -> opened(some.secret()).map(secret -> ServerKeys.of(some.open(), secret)));
        if (row.isPresent() && kept.isEmpty() && said.compareAndSet(false, true)) {
            LOG.error("The push key was sealed with another secret key than this node's: nobody is told on devices");
        }
        kept.ifPresent(keys -> known = keys);
        return kept;
    }

    private String closed(byte[] secret) {
        return seal.map(some -> SEALED + some.close(secret, OWNER))
                .orElseGet(() -> OPEN + Base64.getEncoder().encodeToString(secret));
    }

    private Optional<byte[]> opened(String stored) {
        return stored.startsWith(SEALED)
                ? seal.flatMap(some -> some.open(stored.substring(SEALED.length()), OWNER))
                : Optional.of(Base64.getDecoder().decode(stored.substring(OPEN.length())));
    }

    private static ServerKeys keys(PushSettings.Pair pair) {
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return ServerKeys.of(decoder.decode(pair.publicKey()), decoder.decode(pair.privateKey()));
    }
}
