package io.sightings.faceservice.http;

import io.sightings.faceservice.calls.CallLog;
import io.sightings.faceservice.calls.OpenCall;
import io.sightings.faceservice.fault.Distortion;
import io.sightings.faceservice.fault.Fault;
import io.sightings.faceservice.fault.Fault.Moment;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Weather;
import io.sightings.faceservice.limit.RateLimit;
import io.sightings.faceservice.operations.Operations;
import io.sightings.faceservice.people.Ids;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Query;
import io.sightings.faceservice.wire.Reply;
import io.sightings.faceservice.wire.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API: checks who calls and how often, lets what must go wrong go wrong, and answers. */
public final class FaceHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(FaceHandler.class);
  private static final int WARNING = 299;

  private final Desk desk;

  /**
   * What every call passes.
   *
   * @param answerTime how long any answer takes beside the work
   */
  public record Desk(
      CallLog calls,
      Ids requestIds,
      Weather weather,
      Credentials credentials,
      RateLimit rateLimit,
      Operations operations,
      Distortion distortion,
      Duration answerTime) {}

  public FaceHandler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<Route> route = Route.of(request.getMethod(), request.getHttpURI().getPath());
    OpenCall open =
        desk.calls.arrived(
            route.map(Route::operation).orElse(null),
            desk.requestIds.next(),
            request.getHeaders().get("client-request-id"));
    Exchange exchange = new Exchange(request, response, callback, open, getServer().getScheduler());
    Fault fault = route.flatMap(each -> desk.weather.next(each.operation())).orElse(null);
    if (fault != null) {
      open.befallen(fault);
    }
    try {
      byte[] body = Bodies.read(request);
      open.body(body.length);
      if (fault instanceof Fault.Drop drop && drop.moment() == Moment.BEFORE_WORK) {
        exchange.drop(drop.ending());
      } else if (!(fault instanceof Fault.Hang hang) || hang.moment() != Moment.BEFORE_WORK) {
        Reply reply = reply(request, body, route, open, fault);
        answer(exchange, reply, fault);
      }
    } catch (IOException e) {
      exchange.lost(e);
    }
    return true;
  }

  private Reply reply(
      Request request, byte[] body, Optional<Route> route, OpenCall open, Fault fault) {
    try {
      Route found = route.orElseThrow(() -> new Problem(404, "404", "Resource not found"));
      desk.credentials.check(request.getHeaders());
      refuse(fault, Moment.BEFORE_WORK);
      desk.rateLimit.admit(found.operation(), desk.weather.has(Quirk.RETRY_AFTER));
      open.paid();
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      Call call = new Call(found.operation(), found.ids(), query(request), type, body);
      String failure = fault instanceof Fault.FailTraining fail ? fail.message() : null;
      Reply reply = desk.operations.answer(call, failure);
      refuse(fault, Moment.AFTER_WORK);
      return reply.body() == null ? reply : reply.withBody(desk.distortion.of(reply.body()));
    } catch (Problem problem) {
      return problem.reply();
    } catch (RuntimeException e) {
      LOG.error("A call of {} failed.", request.getHttpURI().getPath(), e);
      return new Problem(500, "InternalServerError", "Internal server error.").reply();
    }
  }

  private static void refuse(Fault fault, Moment moment) {
    if (fault instanceof Fault.Refuse refuse && refuse.moment() == moment) {
      Problem problem = new Problem(refuse.status(), refuse.code(), refuse.message());
      throw refuse.retryAfter() > 0 ? problem.withRetryAfter(refuse.retryAfter()) : problem;
    }
  }

  private void answer(Exchange exchange, Reply reply, Fault fault) {
    if (fault instanceof Fault.Drop drop) {
      if (drop.moment() == Moment.IN_ANSWER) {
        exchange.sendHalf(reply, drop.ending());
      } else {
        exchange.drop(drop.ending());
      }
    } else if (!(fault instanceof Fault.Hang)) {
      Duration slow = fault instanceof Fault.Slow each ? each.by() : Duration.ZERO;
      boolean warn = fault instanceof Fault.Warn || desk.weather.has(Quirk.WARNING_299);
      exchange.send(
          warn && reply.isSuccess() ? reply.withStatus(WARNING) : reply,
          desk.answerTime.plus(reply.after()).plus(slow));
    }
  }

  private static Query query(Request request) {
    Map<String, String> values = new HashMap<>();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        values.put(field.getName(), field.getValue());
      }
    } catch (IllegalArgumentException e) { // what Jetty makes of a broken escape
      throw Problem.badArgument("The query is invalid.");
    }
    return new Query(values);
  }
}
