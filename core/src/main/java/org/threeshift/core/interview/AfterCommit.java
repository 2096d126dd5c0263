package org.threeshift.core.interview;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What waits for the end of the caller's transaction, where there is one. */
final class AfterCommit {
    private AfterCommit() {}

    /** At once without a transaction; never when it is rolled back. */
    static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Only when it is rolled back, also to a savepoint, or nobody knows how it ended. May be more than once, and for nothing. */
    static void unless(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void savepointRollback(Object savepoint) {
                work.run();
            }

            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }
}
