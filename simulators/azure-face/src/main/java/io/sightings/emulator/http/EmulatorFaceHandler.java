package io.sightings.emulator.http;

import io.sightings.emulator.calls.CallLog;
import io.sightings.emulator.calls.InFlightCall;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.ResponseDistorter;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.limit.EmulatorRateLimiter;
import io.sightings.emulator.operations.OperationDispatcher;
import io.sightings.emulator.people.GuidGenerator;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.ApiRoute;
import io.sightings.emulator.wire.QueryParameters;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API: checks who calls and how often, lets what must go wrong go wrong, and answers. */
public final class EmulatorFaceHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(EmulatorFaceHandler.class);
  private static final int WARNING = 299;

  private final Desk desk;

  /**
   * What every call passes.
   *
   * @param answerTime how long any answer takes beside the work
   */
  public record Desk(
      CallLog calls,
      GuidGenerator requestIds,
      FaultInjector weather,
      ApiCredentials credentials,
      EmulatorRateLimiter rateLimit,
      OperationDispatcher operations,
      ResponseDistorter distortion,
      Duration answerTime) {}

  public EmulatorFaceHandler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<ApiRoute> route = ApiRoute.of(request.getMethod(), request.getHttpURI().getPath());
    InFlightCall open =
        desk.calls.arrived(
            route.map(ApiRoute::operation).orElse(null),
            desk.requestIds.next(),
            request.getHeaders().get("client-request-id"));
    EmulatorExchange exchange =
        new EmulatorExchange(request, response, callback, open, getServer().getScheduler());
    CallFault fault = route.flatMap(each -> desk.weather.next(each.operation())).orElse(null);
    if (fault != null) {
      open.befallen(fault);
    }
    try {
      byte[] body = RequestBodyReader.read(request);
      open.body(body.length);
      if (fault instanceof CallFault.Drop drop && drop.moment() == Moment.BEFORE_WORK) {
        exchange.drop(drop.ending());
      } else if (!(fault instanceof CallFault.Hang hang) || hang.moment() != Moment.BEFORE_WORK) {
        ApiResponse reply = reply(request, body, route, open, fault);
        answer(exchange, reply, fault);
      }
    } catch (IOException e) {
      exchange.lost(e);
    }
    return true;
  }

  private ApiResponse reply(
      Request request,
      byte[] body,
      Optional<ApiRoute> route,
      InFlightCall open,
      @Nullable CallFault fault) {
    try {
      ApiRoute found =
          route.orElseThrow(() -> new ApiErrorException(404, "404", "Resource not found"));
      desk.credentials.check(request.getHeaders());
      refuse(fault, Moment.BEFORE_WORK);
      desk.rateLimit.admit(found.operation(), desk.weather.has(ServiceQuirk.RETRY_AFTER));
      open.paid();
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      ApiRequest call = new ApiRequest(found.operation(), found.ids(), query(request), type, body);
      String failure = fault instanceof CallFault.FailTraining fail ? fail.message() : null;
      ApiResponse reply = desk.operations.answer(call, failure);
      refuse(fault, Moment.AFTER_WORK);
      return reply.body() == null ? reply : reply.withBody(desk.distortion.of(reply.body()));
    } catch (ApiErrorException problem) {
      return problem.reply();
    } catch (RuntimeException e) {
      LOG.error("A call of {} failed.", request.getHttpURI().getPath(), e);
      return new ApiErrorException(500, "InternalServerError", "Internal server error.").reply();
    }
  }

  private static void refuse(@Nullable CallFault fault, Moment moment) {
    if (fault instanceof CallFault.Refuse refuse && refuse.moment() == moment) {
      ApiErrorException problem =
          new ApiErrorException(refuse.status(), refuse.code(), refuse.message());
      throw refuse.retryAfter() > 0 ? problem.withRetryAfter(refuse.retryAfter()) : problem;
    }
  }

  private void answer(EmulatorExchange exchange, ApiResponse reply, @Nullable CallFault fault) {
    if (fault instanceof CallFault.Drop drop) {
      if (drop.moment() == Moment.IN_ANSWER) {
        exchange.sendHalf(reply, drop.ending());
      } else {
        exchange.drop(drop.ending());
      }
    } else if (!(fault instanceof CallFault.Hang)) {
      Duration slow = fault instanceof CallFault.Slow each ? each.by() : Duration.ZERO;
      boolean warn = fault instanceof CallFault.Warn || desk.weather.has(ServiceQuirk.WARNING_299);
      exchange.send(
          warn && reply.isSuccess() ? reply.withStatus(WARNING) : reply,
          desk.answerTime.plus(reply.after()).plus(slow));
    }
  }

  private static QueryParameters query(Request request) {
    Map<String, String> values = new HashMap<>();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        values.put(field.getName(), field.getValue());
      }
    } catch (IllegalArgumentException e) { // what Jetty makes of a broken escape
      throw ApiErrorException.badArgument("The query is invalid.");
    }
    return new QueryParameters(values);
  }
}
