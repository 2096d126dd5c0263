package org.threeshift.core.outage;

import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two transactions that wait for each other: PostgreSQL gives up one of them, of which nothing is left, so that it can simply be done
 * again. For what cannot take all its locks in one order, because others take part in it.
 */
public final class Deadlock {
    private static final int TRIES = 4;

    private Deadlock() {}

    /** @param transaction the whole of it; within another one it is not done again, as that is given up with it */
    public static <T> T again(Supplier<T> transaction) {
        for (int tries = 1; true; tries++) {
            try {
                return transaction.get();
            } catch (PessimisticLockingFailureException e) {
                if (tries >= TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
            }
        }
    }
}
