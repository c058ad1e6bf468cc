package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/** The body of a request, read by a thread that waits for it, but not for ever. */
final class TimedBody {
  private final Request request;
  private final BodyPace pace;

  TimedBody(Request request, BodyPace pace) {
    this.request = request;
    this.pace = pace;
  }

  /** Where the bytes go. */
  interface Sink {
    /**
     * @param bytes the next ones, to be taken now: they are others later
     */
    void take(ByteBuffer bytes) throws ProblemException, IOException, InterruptedException;
  }

  /**
   * Reads all there is.
   *
   * @throws ProblemException if the client is too slow, or ends before its end
   */
  void readInto(Sink sink) throws ProblemException, IOException, InterruptedException {
    boolean last;
    do {
      Content.Chunk chunk = next();
      if (Content.Chunk.isFailure(chunk)) {
        throw problem(chunk.getFailure());
      }
      try {
        last = chunk.isLast();
        if (chunk.hasRemaining()) {
          pace.came(chunk.remaining());
          sink.take(chunk.getByteBuffer());
        }
      } finally {
        chunk.release();
      }
    } while (!last);
  }

  private Content.Chunk next() throws ProblemException, InterruptedException {
    for (; ; ) {
      Content.Chunk chunk = request.read();
      if (chunk != null) {
        return chunk;
      }
      await();
    }
  }

  private void await() throws ProblemException, InterruptedException {
    CountDownLatch there = new CountDownLatch(1);
    request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, there::countDown));
    TimeoutException late = new TimeoutException("the body comes too slowly");
    boolean came = false;
    try {
      for (long patience = pace.patience(); !came && patience > 0; patience = pace.patience()) {
        long start = System.nanoTime();
        came = there.await(patience, TimeUnit.NANOSECONDS);
        pace.waited(System.nanoTime() - start);
      }
    } finally {
      if (!came) {
        endDemand(late);
      }
    }
    if (!came) {
      throw problem(late);
    }
  }

  /** Without that there could be no answer. */
  private void endDemand(TimeoutException late) {
    try {
      request.fail(late);
    } catch (RuntimeException e) {
      // Jetty reads what is left, and may meet its own thread there; the demand has ended by then.
      late.addSuppressed(e);
    }
  }

  private static ProblemException problem(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new ProblemException(
          ProblemKind.TOO_SLOW,
          "The body came too slowly: server.requestTimeout bounds that of pictures.",
          failure);
    }
    if (failure instanceof HttpException) {
      return new ProblemException(
          ProblemKind.MALFORMED, "The body is not framed as HTTP/1.1 demands.", failure);
    }
    return new ProblemException(
        ProblemKind.MALFORMED, "The body ended before its end: send it again.", failure);
  }
}
