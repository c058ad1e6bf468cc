package io.sightings.job.work;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one instance of an asynchronous stage. Native code cannot be stopped: a thread
 * whose work was given up is stuck until that work returns, and a spare thread takes its place. The
 * thread that submits never runs work and never waits. The queue is as short as the stage's
 * capacity, because work that is given up before it runs leaves the queue.
 */
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  /** Work that was not given up takes tens of milliseconds. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final String name;
  private final int count;
  private final int spares;
  private final Runnable ended;
  private final ThreadPoolExecutor threads;
  private int stuck;

  /**
   * @param count threads that work at once
   * @param spares threads that may take the place of stuck ones
   * @param ended runs once, after {@link #close} and when no thread runs any more: native memory
   *     must not be freed before
   */
  public WorkerPool(String name, int count, int spares, Runnable ended) {
    this.name = name;
    this.count = count;
    this.spares = spares;
    this.ended = ended;
    threads = new Threads();
  }

  /** A piece of work, not yet queued. */
  public Task prepare(Runnable work) {
    return new Task(work);
  }

  /** What came of starting a piece of work. */
  public enum Start {
    QUEUED,
    /** All threads and spares are stuck: the work does not run. */
    REFUSED,
    /** It was given up before, or the threads have ended: the work does not run. */
    OVER
  }

  public synchronized Start start(Task task) {
    if (task.state == State.OVER || threads.isShutdown()) {
      return Start.OVER;
    }
    if (stuck >= count + spares) {
      return Start.REFUSED;
    }
    threads.execute(task);
    return Start.QUEUED;
  }

  /** How many threads run work that was given up. */
  public synchronized int stuck() {
    return stuck;
  }

  /** Waits for running work; what is stuck goes on by itself, with the memory it uses. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
    while (!threads.isTerminated() && isWorthWaiting() && System.nanoTime() < deadline) {
      try {
        threads.awaitTermination(100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        // A cancelled task is interrupted again and again; the native work must end all the same.
        interrupted = true;
      }
    }
    if (!threads.isTerminated()) {
      LOG.warn(
          "{} threads of {} are stuck in work that cannot be stopped. What they use stays in memory"
              + " until they return.",
          threads.getActiveCount(),
          name);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isWorthWaiting() {
    return threads.getActiveCount() > stuck || stuck == 0;
  }

  /** Called with this object's lock held. */
  private void resize() {
    threads.setCorePoolSize(Math.min(count + stuck, count + spares));
  }

  private enum State {
    NEW,
    RUNNING,
    STUCK,
    OVER
  }

  /** One piece of work. */
  public final class Task implements Runnable {
    private final Runnable work;
    private State state = State.NEW;

    private Task(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      synchronized (WorkerPool.this) {
        if (state != State.NEW) {
          return;
        }
        state = State.RUNNING;
      }
      try {
        work.run();
      } finally {
        synchronized (WorkerPool.this) {
          if (state == State.STUCK) {
            stuck--;
            resize();
          }
          state = State.OVER;
        }
      }
    }

    /**
     * Says that its result is not waited for: it does not run, or its thread counts as stuck.
     *
     * @return whether it runs
     */
    public boolean giveUp() {
      synchronized (WorkerPool.this) {
        if (state == State.NEW) {
          state = State.OVER;
          threads.remove(this);
        } else if (state == State.RUNNING) {
          state = State.STUCK;
          stuck++;
          resize();
        }
        return state == State.STUCK;
      }
    }
  }

  private final class Threads extends ThreadPoolExecutor {
    Threads() {
      super(
          count,
          count + spares,
          0,
          TimeUnit.MILLISECONDS,
          new LinkedBlockingQueue<>(),
          numbered(name));
    }

    @Override
    protected void terminated() {
      ended.run();
    }
  }

  private static ThreadFactory numbered(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
