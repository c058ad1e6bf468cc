package io.sightings.azure.client;

import com.azure.core.credential.KeyCredential;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.http.policy.RedirectPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Configuration;
import io.sightings.azure.client.TransportErrorMapper.KeyRedaction;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Builds clients of one Face resource. Proxies are taken from the environment (HTTPS_PROXY,
 * NO_PROXY), and so is how much is logged (AZURE_HTTP_LOG_DETAIL_LEVEL: none, basic, headers):
 * never keys, tokens, values of queries, or bodies.
 */
public final class FaceClientBuilder {
  private static final String SCOPE = "https://cognitiveservices.azure.com/.default";
  private static final String VERSION = "v1.2";
  private static final Set<String> THIS_MACHINE =
      Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");
  private static final List<String> SHOWN_HEADERS =
      List.of("apim-request-id", "client-request-id", "operation-location", "retry-after");

  private final List<HttpPipelinePolicy> policies = new ArrayList<>();
  private @Nullable URL base;
  private @Nullable KeyCredential key;
  private @Nullable TokenCredential token;
  private boolean plainHttp;
  private Duration timeout = Duration.ofSeconds(10);
  private @Nullable Executor executor;
  private Clock clock = Clock.systemUTC();
  private java.net.http.HttpClient.Builder jdkClient = java.net.http.HttpClient.newBuilder();

  /**
   * @param endpoint such as {@code https://NAME.cognitiveservices.azure.com}; what follows the host
   *     is kept, as a gateway may need it
   * @throws IllegalArgumentException if it is no http or https address, or has a user, query or
   *     fragment
   */
  public FaceClientBuilder endpoint(String endpoint) {
    base = FaceEndpoints.base(endpoint, VERSION);
    return this;
  }

  public FaceClientBuilder credential(KeyCredential credential) {
    key = credential;
    return this;
  }

  /** Entra ID: a token is asked for when it is needed and when it has expired. */
  public FaceClientBuilder credential(TokenCredential credential) {
    token = credential;
    return this;
  }

  /** Lets a key travel unencrypted to other machines; to this one it always may. */
  public FaceClientBuilder allowPlainHttp(boolean allowed) {
    plainHttp = allowed;
    return this;
  }

  /**
   * @param limit for a whole call; 10 s where it is not set
   */
  public FaceClientBuilder timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /**
   * @param threads answers are read on them, and what follows an answer is done on them; without
   *     them on those of Azure's SDK
   */
  public FaceClientBuilder executor(Executor threads) {
    executor = threads;
    return this;
  }

  /** What to build the connection from, where it needs a certificate of its own. */
  public FaceClientBuilder httpClient(java.net.http.HttpClient.Builder builder) {
    jdkClient = builder;
    return this;
  }

  FaceClientBuilder clock(Clock other) {
    clock = other;
    return this;
  }

  public FaceClient buildClient() {
    return new FaceClient(buildExchange());
  }

  /**
   * @param id of the group: 1 to 64 lower-case letters, digits, - and _
   */
  public LargePersonGroupClient buildGroupClient(String id) {
    return new LargePersonGroupClient(buildExchange(), id);
  }

  /**
   * What both clients send their calls through.
   *
   * @throws IllegalStateException if endpoint or credential are missing, or a credential would
   *     travel in the clear
   */
  public FaceExchange buildExchange() {
    if (base == null || (key == null) == (token == null)) {
      throw new IllegalStateException(
          "A client of the Face service needs an endpoint and either a key or a token credential.");
    }
    boolean plain = base.getProtocol().equals("http");
    boolean here = THIS_MACHINE.contains(base.getHost().toLowerCase(Locale.ROOT));
    if (plain && (token != null || !(here || plainHttp))) {
      throw new IllegalStateException(
          "The credential would travel unencrypted to "
              + base.getHost()
              + ": use https, or, for a key in a network of your own, set azure.plainHttp to true.");
    }
    List<HttpPipelinePolicy> all = new ArrayList<>();
    all.add(
        new UserAgentPolicy(
            "sightings", "sightings-face", VERSION, Configuration.getGlobalConfiguration()));
    all.add(new RedirectPolicy(new SameHostRedirects()));
    all.add(
        key != null
            ? new SubscriptionKeyPolicy(key)
            : new BearerTokenAuthenticationPolicy(token, SCOPE));
    all.addAll(policies);
    all.add(new HttpLoggingPolicy(logging()));
    all.add(new ContentLengthPolicy());
    return new PipelineExchange(
        new HttpPipelineBuilder()
            .httpClient(HttpClients.of(jdkClient, executor, timeout, here))
            .policies(all.toArray(HttpPipelinePolicy[]::new))
            .build(),
        base,
        FaceRequestSender.lenientJson(),
        timeout,
        new KeyRedaction(key),
        clock,
        executor == null ? Schedulers.immediate() : Schedulers.fromExecutor(executor));
  }

  private static HttpLogOptions logging() {
    HttpLogOptions options = new HttpLogOptions();
    if (options.getLogLevel().shouldLogBody()) { // it would log a face
      options.setLogLevel(HttpLogDetailLevel.HEADERS);
    }
    SHOWN_HEADERS.forEach(
        name -> options.addAllowedHttpHeaderName(HttpHeaderName.fromString(name)));
    return options.setAllowedQueryParamNames(Set.of());
  }

  /**
   * Puts the key into each request. Azure's own policy does nothing else but to refuse plain HTTP,
   * even to this machine; here the builder decides that.
   */
  private static final class SubscriptionKeyPolicy extends HttpPipelineSyncPolicy {
    static final HttpHeaderName HEADER = HttpHeaderName.fromString("Ocp-Apim-Subscription-Key");

    private final KeyCredential credential;

    SubscriptionKeyPolicy(KeyCredential credential) {
      this.credential = credential;
    }

    @Override
    protected void beforeSendingRequest(HttpPipelineCallContext context) {
      context.getHttpRequest().setHeader(HEADER, credential.getKey());
    }
  }

  /**
   * Leaves the length of a body to the JDK's client, which counts for itself and logs a warning for
   * each call that tells it. The last policy, because copies of a request get the header again.
   */
  private static final class ContentLengthPolicy implements HttpPipelinePolicy {

    @Override
    public Mono<HttpResponse> process(
        HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
      context.getHttpRequest().getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
      return next.process();
    }
  }
}
