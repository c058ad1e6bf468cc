package io.sightings.emulator.http;

import io.sightings.emulator.calls.InFlightCall;
import io.sightings.emulator.fault.CallFault.Ending;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.EmulatorJson;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and the ways it can end. */
final class EmulatorExchange {
  private static final Logger LOG = LoggerFactory.getLogger(EmulatorExchange.class);
  private static final String JSON = "application/json; charset=utf-8";

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final InFlightCall call;
  private final Scheduler scheduler;

  EmulatorExchange(
      Request request,
      Response response,
      Callback callback,
      InFlightCall call,
      Scheduler scheduler) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.call = call;
    this.scheduler = scheduler;
  }

  /** Answers, at once or later. */
  void send(ApiResponse reply, Duration delay) {
    if (delay.isZero()) {
      send(reply);
    } else {
      scheduler.schedule(() -> send(reply), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void send(ApiResponse reply) {
    ByteBuffer body = head(reply);
    call.answered(reply.status(), reply.headers().get("x-ms-error-code"));
    response.write(true, body, callback);
  }

  /** Answers, up to the middle of the body, and ends the connection. */
  void sendHalf(ApiResponse reply, Ending ending) {
    ByteBuffer body = head(reply);
    body.limit(body.limit() / 2);
    Callback dropping = Callback.from(() -> drop(ending), failure -> drop(ending));
    response.write(false, body, dropping);
  }

  private ByteBuffer head(ApiResponse reply) {
    response.setStatus(reply.status());
    response.getHeaders().put("apim-request-id", call.requestId());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    byte[] body = reply.body() == null ? new byte[0] : EmulatorJson.bytes(reply.body());
    if (reply.body() != null) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    return body.length == 0 ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(body);
  }

  /** Ends the connection without an answer. */
  void drop(Ending ending) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (ending == Ending.RESET && endPoint.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        LOG.warn("A connection ends with FIN instead of RST.", e);
      }
    }
    call.dropped();
    endPoint.close();
    callback.failed(new EofException("dropped on purpose"));
  }

  /** The caller is gone before its request was whole. */
  void lost(IOException cause) {
    call.dropped();
    callback.failed(cause);
  }
}
