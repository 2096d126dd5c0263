package org.threeshift.interviewer.counterexample;

import com.vaadin.flow.component.html.Div;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that asks the database itself. */
final class DatabaseView extends Div {
    private final DataSource source;

    DatabaseView(DataSource source) {
        this.source = source;
    }

    int count() {
        return JdbcClient.create(source)
                .sql("select count(*) from interview_event")
                .query(Integer.class)
                .single();
    }
}
