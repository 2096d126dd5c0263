package org.threeshift.core.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up by a deadline. Asking the system cannot be interrupted, and takes as long as whoever runs the name's server likes: so a
 * thread of few does it, which is given up. However often a name is asked for at once, it holds one of them, and all names of a domain
 * hold no more than a share.
 */
final class Names {
    /** Whoever owns a domain owns as many names in it as they like. */
    static final int MOST_OF_A_DOMAIN = 4;

    private static final int MOST = 32;
    private static final long IDLE_SECONDS = 30;

    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("names-", 0).factory());

    private final Reach reach;
    private final Map<String, Future<List<InetAddress>>> asked = new HashMap<>();

    Names(Reach reach) {
        this.reach = reach;
    }

    sealed interface Found {
        record Addresses(List<InetAddress> all) implements Found {
            public Addresses {
                all = List.copyOf(all);
            }
        }

        record Unknown() implements Found {}

        /** Nobody said anything by then, or so many names are being looked up that this one was not. */
        record Late() implements Found {}
    }

    /** @param until by {@link System#nanoTime} */
    Found lookUp(String host, long until) {
        try {
            return new Found.Addresses(asking(host).get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                return new Found.Unknown();
            }
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            return new Found.Late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found.Late();
        }
    }

    /** Whoever asks for a name that is being asked for waits for the same answer; nobody keeps one that has come. */
    private Future<List<InetAddress>> asking(String host) {
        synchronized (asked) {
            Future<List<InetAddress>> before = asked.get(host);
            if (before != null) {
                return before;
            }
            String domain = domain(host);
            if (asked.keySet().stream()
                            .filter(name -> domain(name).equals(domain))
                            .count()
                    >= MOST_OF_A_DOMAIN) {
                throw new RejectedExecutionException();
            }
            var task = new FutureTask<>(() -> addresses(host));
            THREADS.execute(task);
            asked.put(host, task);
            return task;
        }
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        try {
            return reach.addresses(host);
        } finally {
            synchronized (asked) {
                asked.remove(host);
            }
        }
    }

    /** Its last two labels: close enough for a share. */
    private static String domain(String host) {
        return host.substring(host.lastIndexOf('.', Math.max(0, host.lastIndexOf('.') - 1)) + 1);
    }
}
