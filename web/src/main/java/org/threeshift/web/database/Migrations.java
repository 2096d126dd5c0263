package org.threeshift.web.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Lets a migration take its time: the pool's limit for a statement would cut off a long one. */
@Component
final class Migrations implements Callback {
    private static final int FOR_EVER = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** The pool puts its own limit back once it gets the connection again. */
    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, FOR_EVER);
        } catch (SQLException e) {
            throw new IllegalStateException("The limit for a migration cannot be lifted", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried";
    }
}
