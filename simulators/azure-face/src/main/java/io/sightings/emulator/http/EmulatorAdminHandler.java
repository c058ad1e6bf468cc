package io.sightings.emulator.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sightings.emulator.calls.CallLog;
import io.sightings.emulator.calls.CallLog.CallRateReport;
import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.EmulatorJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * What the real service does not have: a look behind it, and a hand on it, below {@code /-/}. It
 * asks for no key and counts nowhere.
 */
public final class EmulatorAdminHandler extends Handler.Abstract {
  private static final String BASE = "/-/";

  private final CallLog calls;
  private final FaultInjector weather;
  private final Supplier<Object> about;
  private final Supplier<Object> state;
  private final Runnable reset;

  /**
   * @param about what runs here
   * @param state everything it holds
   * @param reset empties it
   */
  public EmulatorAdminHandler(
      CallLog calls,
      FaultInjector weather,
      Supplier<Object> about,
      Supplier<Object> state,
      Runnable reset) {
    this.calls = calls;
    this.weather = weather;
    this.about = about;
    this.state = state;
    this.reset = reset;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String path = request.getHttpURI().getPath();
    if (!path.startsWith(BASE)) {
      return false;
    }
    try {
      byte[] body = RequestBodyReader.read(request);
      send(response, callback, 200, answer(request, path.substring(BASE.length()), body));
    } catch (IOException | IllegalArgumentException e) {
      send(response, callback, 400, Map.of("problem", String.valueOf(e.getMessage())));
    }
    return true;
  }

  private Object answer(Request request, String path, byte[] body) throws IOException {
    return switch (request.getMethod() + " " + path) {
      case "GET health" -> about.get();
      case "GET counters" -> calls.counts();
      case "GET windows" -> CallRateReport.of(calls);
      case "GET calls" -> calls.since(after(request));
      case "GET state" -> state.get();
      case "GET faults" -> weather.faults();
      case "PUT faults" -> {
        weather.set(EmulatorJson.MAPPER.readValue(body, FaultPlan.class));
        yield weather.faults();
      }
      case "DELETE faults" -> {
        weather.set(FaultPlan.NONE);
        yield weather.faults();
      }
      case "GET quirks" -> weather.quirks();
      case "PUT quirks" -> {
        weather.set(EmulatorJson.MAPPER.readValue(body, new TypeReference<Set<ServiceQuirk>>() {}));
        yield weather.quirks();
      }
      case "POST reset" -> {
        reset.run();
        yield about.get();
      }
      default ->
          throw new IllegalArgumentException(
              "There is GET /-/health, counters, windows, calls?after=N, state, faults and quirks;"
                  + " PUT /-/faults and quirks; DELETE /-/faults; POST /-/reset.");
    };
  }

  private static long after(Request request) {
    Fields.Field field = Request.extractQueryParameters(request).get("after");
    return field == null ? 0 : Long.parseLong(field.getValue());
  }

  private static void send(Response response, Callback callback, int status, Object answer) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    response.write(true, ByteBuffer.wrap(EmulatorJson.bytes(answer)), callback);
  }
}
