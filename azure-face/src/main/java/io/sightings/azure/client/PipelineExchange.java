package io.sightings.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import com.azure.core.util.UrlBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sightings.azure.client.FaceEndpoints.UrlEncoding;
import io.sightings.azure.client.FaceErrorMapper.ErrorBody;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.TransportErrorMapper.KeyRedaction;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/** Sends calls over HTTP, each once. */
final class PipelineExchange implements FaceExchange {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineExchange.class);
  static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("client-request-id");
  private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
  private static final HttpHeaderName OPERATION = HttpHeaderName.fromString("operation-Location");

  /** So that the JDK's client reads the body itself, in one piece. */
  private static final Context EAGERLY = new Context("azure-eagerly-read-response", true);

  /** Reactor's hook for failures that arrive after the subscriber has gone. */
  private static final String DROPPED = "reactor.onErrorDropped.local";

  /** Without it, Reactor would log each call that was given up as an error, with a stack trace. */
  private static final Consumer<Throwable> GIVEN_UP =
      failure -> LOG.debug("A call that was given up has ended ({}).", failure.toString());

  private final HttpPipeline pipeline;
  private final URL base;
  private final ObjectMapper json;
  private final Duration timeout;
  private final KeyRedaction redaction;
  private final Clock clock;
  private final Scheduler threads;

  /**
   * @param base endpoint, path and version, without a slash at its end
   * @param timeout for a whole call, from its first byte to the answer's last
   */
  PipelineExchange(
      HttpPipeline pipeline,
      URL base,
      ObjectMapper json,
      Duration timeout,
      KeyRedaction redaction,
      Clock clock,
      Scheduler threads) {
    this.pipeline = pipeline;
    this.base = base;
    this.json = json;
    this.timeout = timeout;
    this.redaction = redaction;
    this.clock = clock;
    this.threads = threads;
  }

  @Override
  public CompletableFuture<FaceResponse> send(FaceRequest request) {
    CompletableFuture<FaceResponse> answer = new CompletableFuture<>();
    // Signing in may block, which the caller's thread must not.
    CompletableFuture<HttpResponse> sent =
        pipeline
            .send(http(request), EAGERLY)
            .subscribeOn(threads)
            .contextWrite(context -> context.put(DROPPED, GIVEN_UP))
            .toFuture();
    sent.whenComplete(
        (response, failure) -> {
          try {
            if (failure != null) {
              answer.completeExceptionally(broken(request, failure));
            } else {
              answer.complete(read(request, response));
            }
          } catch (RuntimeException e) {
            answer.completeExceptionally(broken(request, e));
          }
        });
    CompletableFuture<Void> timer =
        new CompletableFuture<Void>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    timer.whenComplete((any, late) -> answer.completeExceptionally(broken(request, late)));
    answer.whenComplete(
        (any, failure) -> {
          timer.cancel(false);
          sent.cancel(true); // of no effect once it is answered
        });
    return answer;
  }

  private HttpRequest http(FaceRequest request) {
    UrlBuilder url = UrlBuilder.parse(base + request.path());
    request.query().forEach((name, value) -> url.setQueryParameter(name, UrlEncoding.query(value)));
    try {
      HttpRequest http = new HttpRequest(request.operation().method(), url.toUrl());
      http.setHeader(REQUEST_ID, UUID.randomUUID().toString());
      http.setHeader(HttpHeaderName.ACCEPT, FaceRequest.JSON);
      if (request.body() != null) {
        http.setHeader(HttpHeaderName.CONTENT_TYPE, request.contentType());
        http.setBody(request.body());
      }
      return http;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(request + " makes no address.", e);
    }
  }

  private FaceResponse read(FaceRequest request, HttpResponse response) {
    byte[] body =
        Objects.requireNonNull(response.getBodyAsByteArray().defaultIfEmpty(new byte[0]).block());
    int status = response.getStatusCode();
    if (status / 100 != 2) {
      throw refusal(request, response, body);
    }
    return new FaceResponse(
        status, tree(request, status, body), response.getHeaderValue(OPERATION));
  }

  private JsonNode tree(FaceRequest request, int status, byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    } catch (IOException e) { // its text would show what was sent
      throw new FaceException(
          request.operation(),
          FaceErrorKind.UNREADABLE,
          words(request) + " was answered " + status + " with a body that is no JSON",
          null);
    }
  }

  private FaceException refusal(FaceRequest request, HttpResponse response, byte[] body) {
    int status = response.getStatusCode();
    ErrorBody error = ErrorBody.read(json, body);
    String header = response.getHeaderValue(ERROR_CODE);
    String code = error.code().isEmpty() && header != null ? header : error.code();
    FaceErrorKind fault = FaceErrorMapper.of(request.operation(), status, code, error.message());
    String named = code.isEmpty() || code.equals(String.valueOf(status)) ? "" : " " + code;
    String said = error.message().isEmpty() ? "" : " (" + error.message() + ")";
    String id = response.getRequest().getHeaders().getValue(REQUEST_ID);
    return new FaceException(
        request.operation(),
        fault,
        redaction.of(
            words(request) + " was refused with " + status + named + said + ", request " + id),
        status,
        redaction.of(code),
        RetryAfter.of(response.getHeaders(), error.message(), clock),
        null);
  }

  private FaceException broken(FaceRequest request, Throwable failure) {
    return TransportErrorMapper.of(request.operation(), words(request), failure, redaction);
  }

  private String words(FaceRequest request) {
    return request.operation().words() + " at " + base.getHost();
  }
}
