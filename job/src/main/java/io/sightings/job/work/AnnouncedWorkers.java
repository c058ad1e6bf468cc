package io.sightings.job.work;

import io.sightings.job.quarantine.FrameAttempt;
import io.sightings.job.quarantine.StageAttempts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Workers whose work may end the process: each piece is announced before it runs, so that the next
 * process knows what this one died of. Nothing here blocks the thread that submits.
 *
 * @param <E> elements of the stream, told apart by identity
 */
public final class AnnouncedWorkers<E> implements AutoCloseable {
  private final WorkerPool workers;
  private final StageAttempts attempts;
  private final Map<E, Piece> underWay = Collections.synchronizedMap(new IdentityHashMap<>());

  public AnnouncedWorkers(WorkerPool workers, StageAttempts attempts) {
    this.workers = workers;
    this.attempts = attempts;
  }

  /**
   * Work on one element. Exactly one of the three runs, unless the element is given up or the stage
   * closes.
   *
   * @param run in a worker's thread
   * @param refused receives how many workers are stuck, because none is left for it
   * @param failed receives what the work itself does not handle: the task must fail with it
   */
  public record Work(Runnable run, IntConsumer refused, Consumer<Throwable> failed) {}

  /**
   * @param frame id of the element's frame
   */
  public void submit(E element, String frame, Work work) {
    Piece piece = new Piece(element, frame, work);
    underWay.put(element, piece);
    var unused = attempts.announce(frame).thenAccept(piece::start);
  }

  /** Says that an element's result is not waited for any more. */
  public void giveUp(E element) {
    Piece piece = underWay.remove(element);
    if (piece != null) {
      piece.giveUp();
    }
  }

  /** How many workers run work that was given up. */
  public int stuck() {
    return workers.stuck();
  }

  @Override
  public void close() {
    workers.close();
  }

  private final class Piece {
    private final E element;
    private final String frame;
    private final Work work;
    private final WorkerPool.Task task = workers.prepare(this::run);
    private volatile FrameAttempt attempt;

    Piece(E element, String frame, Work work) {
      this.element = element;
      this.frame = frame;
      this.work = work;
    }

    void start(FrameAttempt announced) {
      attempt = announced;
      WorkerPool.Start start = workers.start(task);
      if (start == WorkerPool.Start.QUEUED) {
        return;
      }
      over();
      if (start == WorkerPool.Start.REFUSED) {
        work.refused().accept(workers.stuck());
      }
    }

    private void run() {
      try {
        attempt.begin();
        work.run().run();
      } catch (InterruptedException e) {
        // The stage closes; the element is read again.
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) {
        attempts.failed(frame);
        work.failed().accept(e);
      } finally {
        over();
      }
    }

    void giveUp() {
      boolean runs = task.giveUp();
      FrameAttempt announced = attempt;
      if (announced != null) {
        if (runs) {
          announced.abandon();
        } else {
          announced.end();
        }
      }
    }

    private void over() {
      underWay.remove(element);
      attempt.end();
    }
  }
}
