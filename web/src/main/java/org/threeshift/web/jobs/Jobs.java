package org.threeshift.web.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.threeshift.core.outage.Outage;

/**
 * The jobs of this node. Which node does one is settled in the table {@code scheduled_tasks}; what a dead node had in hand, another
 * takes over within two minutes.
 */
@Component
public class Jobs implements SmartLifecycle {
    static final Pace PACE = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(15));

    private static final int THREADS = 3;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);
    private static final int ERRAND_TRIES = 6;

    private final DataSource database;
    private final ObjectProvider<Recurring> recurring;
    private final ObjectProvider<Errand> errands;
    private final Outage outage;
    private final InstantSource time;
    private final Pace pace;
    private final SchedulerClient client;
    private volatile @Nullable Scheduler scheduler;

    /**
     * How often a node looks.
     *
     * @param polled    for what is due
     * @param heartbeat says that it lives, of whatever it has in hand
     */
    record Pace(Duration polled, Duration heartbeat) {
        /** The fewest that db-scheduler takes. */
        private static final int MISSED_BY_THE_DEAD = 4;
        /** It looks for the dead at every second heartbeat. */
        private static final int LOOKED_AFTER = 2;

        /** At the latest somebody else has in hand what a node had that died. */
        Duration takenOverWithin() {
            return heartbeat.multipliedBy(MISSED_BY_THE_DEAD + LOOKED_AFTER).plus(polled);
        }
    }

    @Autowired
    Jobs(
            DataSource database,
            ObjectProvider<Recurring> recurring,
            ObjectProvider<Errand> errands,
            Outage outage,
            InstantSource time) {
        this(database, recurring, errands, outage, time, PACE);
    }

    Jobs(
            DataSource database,
            ObjectProvider<Recurring> recurring,
            ObjectProvider<Errand> errands,
            Outage outage,
            InstantSource time,
            Pace pace) {
        this.pace = pace;
        this.database = database;
        this.recurring = recurring;
        this.errands = errands;
        this.outage = outage;
        this.time = time;
        // Within a transaction of the caller it takes part in that one.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .serializer(new TextData())
                .build();
    }

    /**
     * Asks for an errand, in the caller's transaction if there is one. Does nothing when the same errand for the same thing waits.
     *
     * @param errand the name of its kind
     * @param thing  what it is for, such as an id
     */
    public void later(String errand, String thing, Instant at) {
        client.scheduleIfNotExists(new TaskInstance<>(errand, thing, thing), at);
        if (!at.isAfter(time.instant())) {
            afterCommit(this::look);
        }
    }

    /** Lets a recurring job run now instead of when its time comes. Nothing happens while it runs. */
    public void soon(String job) {
        Scheduler running = scheduler;
        if (running == null) {
            return;
        }
        try {
            running.reschedule(TaskInstanceId.of(job, RecurringTask.INSTANCE), time.instant());
            look();
        } catch (DbSchedulerException atIt) {
            // Somebody has it in hand already, and reads what there is.
        }
    }

    /** What is due now does not wait for the next poll. */
    private void look() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    private static void afterCommit(Runnable what) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            what.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }

    /** How the recurring jobs do, by name. */
    public List<JobState> states() {
        List<String> known = recurring.stream().map(Recurring::name).toList();
        List<JobState> states = new ArrayList<>();
        client.fetchScheduledExecutions(execution -> {
            if (known.contains(execution.getTaskInstance().getTaskName())) {
                states.add(state(execution));
            }
        });
        states.sort(Comparator.comparing(JobState::name));
        return states;
    }

    @Override
    public void start() {
        List<Task<?>> known = new ArrayList<>();
        errands.forEach(errand -> known.add(task(errand)));
        Scheduler made = Scheduler.create(database, known)
                .startTasks(recurring.stream().map(this::task).toList())
                .serializer(new TextData())
                .schedulerName(new SchedulerName.Fixed(NodeName.here()))
                .threads(THREADS)
                .pollingInterval(pace.polled())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(Pace.MISSED_BY_THE_DEAD)
                .shutdownMaxWait(ENDS_WITHIN)
                .addSchedulerListener(new Trouble(time))
                .build();
        made.start();
        scheduler = made;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private RecurringTask<Void> task(Recurring job) {
        return Tasks.recurring(job.name(), schedule(job.when()))
                .execute((instance, context) -> new Attempt(job.name(), outage).run(job.work()));
    }

    private OneTimeTask<String> task(Errand errand) {
        return Tasks.oneTime(errand.name(), String.class)
                .onFailure(FailureHandler.<String>maxRetries(ERRAND_TRIES)
                        .withBackoff(Duration.ofSeconds(10), 4)
                        .thenRemove())
                .execute((instance, context) -> new Attempt(errand.name(), outage)
                        .run(() -> errand.work().accept(instance.getData())));
    }

    private static Schedule schedule(Recurring.When when) {
        return switch (when) {
            case Recurring.Daily(var at) -> Schedules.daily(at);
            case Recurring.Pausing(var pause) -> FixedDelay.of(pause);
        };
    }

    private static JobState state(ScheduledExecution<Object> execution) {
        return new JobState(
                execution.getTaskInstance().getTaskName(),
                execution.getExecutionTime(),
                execution.isPicked() ? Optional.ofNullable(execution.getPickedBy()) : Optional.empty(),
                Optional.ofNullable(execution.getLastSuccess()),
                Optional.ofNullable(execution.getLastFailure()),
                execution.getConsecutiveFailures());
    }
}
