package io.sightings.engine.azure.call;

import com.azure.core.credential.KeyCredential;
import com.azure.core.credential.TokenCredential;
import io.sightings.engine.azure.client.FaceAdministrationClient;
import io.sightings.engine.azure.client.FaceClient;
import io.sightings.engine.azure.client.FaceClientBuilder;
import io.sightings.engine.azure.client.FaceExchange;
import io.sightings.engine.azure.client.LargePersonGroupClient;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.ResourceSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A Face resource and its budget. What follows an answer is done on one of a few threads: it must
 * not wait for another answer there.
 */
public final class FaceResource implements AutoCloseable {
  private final String name;
  private final Dispatcher dispatcher;

  FaceResource(String name, Dispatcher dispatcher) {
    this.name = name;
    this.dispatcher = dispatcher;
  }

  /**
   * @param name for messages
   * @param identity where the resource has no key
   */
  static FaceResource open(
      String name,
      AzureSettings settings,
      ResourceSettings resource,
      Supplier<TokenCredential> identity) {
    Executor answers = Answering.threads("azure-answers-" + name);
    FaceClientBuilder builder =
        new FaceClientBuilder()
            .endpoint(resource.endpoint())
            .allowPlainHttp(settings.plainHttp())
            .timeout(settings.timeout())
            .executor(answers);
    String key = resource.readKey();
    if (key.isEmpty()) {
      builder.credential(identity.get());
    } else {
      builder.credential(new KeyCredential(key));
    }
    return new FaceResource(
        name,
        new Dispatcher(
            name,
            builder.buildExchange(),
            settings.budget(),
            settings.outage(),
            new LoopThread("azure-calls-" + name),
            answers,
            RandomGenerator.getDefault()));
  }

  /** Its host; of several at one host, each with a number. */
  public String name() {
    return name;
  }

  public FaceClient faces(CallOptions options) {
    return new FaceClient(exchange(options));
  }

  public FaceAdministrationClient administration(CallOptions options) {
    return new FaceAdministrationClient(exchange(options));
  }

  public LargePersonGroupClient group(String id, CallOptions options) {
    return administration(options).getLargePersonGroupClient(id);
  }

  /** What clients send their calls through. */
  public FaceExchange exchange(CallOptions options) {
    return request -> dispatcher.submit(request, options);
  }

  /** Completes after a while; never once the resource is closed. */
  public CompletableFuture<Void> after(Duration pause) {
    return dispatcher.after(pause);
  }

  public Availability availability() {
    return dispatcher.availability();
  }

  public CallCounts counts() {
    return dispatcher.counts();
  }

  /** Calls waiting or under way. */
  public int load() {
    return dispatcher.load();
  }

  @Override
  public void close() {
    dispatcher.close();
  }
}
