package io.sightings.ingest.http.answer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads on for a while after an answer that came before the end of the request. A connection closed
 * at once would be reset, and the client would never see the answer (RFC 9112, 9.6).
 */
public final class LingeringClose implements Callback, Runnable {
  private static final long MILLIS = 2000;
  private static final long BYTES = 32 << 20;
  private static final int READS_AT_ONCE = 16;

  private final Request request;
  private final Callback callback;
  private Scheduler.@Nullable Task end;
  private long read;

  private LingeringClose(Request request, Callback callback) {
    this.request = request;
    this.callback = callback;
  }

  /** The callback for the answer: completes the request when it is written and the rest is read. */
  public static Callback after(Request request, Response response, Callback callback) {
    if (isRead(request)) {
      return callback;
    }
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    // A client that waits for leave to send must not get it now.
    boolean waiting = request.getHeaders().contains(HttpHeader.EXPECT);
    return waiting ? callback : new LingeringClose(request, callback);
  }

  /** Whether nothing more comes; reads what is there already. */
  private static boolean isRead(Request request) {
    if (request.getLength() == 0) {
      return true;
    }
    for (int i = 0; i < READS_AT_ONCE; i++) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        return false;
      }
      chunk.release();
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void succeeded() {
    end =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> request.fail(new TimeoutException("still sending after the answer")),
                MILLIS,
                TimeUnit.MILLISECONDS);
    run();
  }

  @Override
  public void failed(Throwable x) {
    callback.failed(x);
  }

  @Override
  public void run() {
    for (Content.Chunk chunk; (chunk = request.read()) != null; ) {
      if (Content.Chunk.isFailure(chunk)) {
        cancelEnd();
        callback.failed(chunk.getFailure());
        return;
      }
      read += chunk.remaining();
      chunk.release();
      if (chunk.isLast() || read > BYTES) {
        cancelEnd();
        callback.succeeded();
        return;
      }
    }
    request.demand(this);
  }

  private void cancelEnd() {
    if (end != null) {
      end.cancel();
    }
  }
}
