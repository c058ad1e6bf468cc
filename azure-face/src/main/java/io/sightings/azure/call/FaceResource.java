package io.sightings.azure.call;

import com.azure.core.credential.KeyCredential;
import com.azure.core.credential.TokenCredential;
import io.sightings.azure.client.FaceClient;
import io.sightings.azure.client.FaceClientBuilder;
import io.sightings.azure.client.FaceExchange;
import io.sightings.azure.client.LargePersonGroupClient;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.ResourceSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A Face resource and its budget. What follows an answer is done on one of a few threads: it must
 * not wait for another answer there.
 */
public final class FaceResource implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int IDLE_SECONDS = 5;

  private final String name;
  private final CallDispatcher dispatcher;

  FaceResource(String name, CallDispatcher dispatcher) {
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
    Executor answers = threads("azure-answers-" + name);
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
        new CallDispatcher(
            name,
            builder.buildExchange(),
            settings.budget(),
            settings.outage(),
            new EventLoopThread("azure-calls-" + name),
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

  public LargePersonGroupClient group(String id, CallOptions options) {
    return new LargePersonGroupClient(exchange(options), id);
  }

  /** What clients send their calls through. */
  public FaceExchange exchange(CallOptions options) {
    return request -> dispatcher.submit(request, options);
  }

  /** Completes after a while; never once the resource is closed. */
  public CompletableFuture<Void> after(Duration pause) {
    return dispatcher.after(pause);
  }

  public ResourceAvailability availability() {
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

  /**
   * The few threads on which answers are read and handed on. They end when nothing is to do, so
   * nobody has to stop them.
   */
  private static Executor threads(String name) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread made = new Thread(task, name + "-" + number.incrementAndGet());
              made.setDaemon(true);
              return made;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
