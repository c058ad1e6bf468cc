package io.sightings.azure.call;

import io.sightings.azure.client.FaceExchange;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceRequest;
import io.sightings.azure.settings.AzureSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Resources in virtual time, each with a script in the service's place. */
public final class VirtualTimeResources {
  private final VirtualTimeLoop loop = new VirtualTimeLoop();
  private final List<FaceResource> resources = new ArrayList<>();

  /** What comes of a call, and how long after it was sent. */
  public record Reply(Duration after, FaceResponse answer, RuntimeException failure) {}

  /** Adds a resource. */
  public VirtualTimeResources with(
      String name, AzureSettings settings, Function<FaceRequest, Reply> script) {
    CallDispatcher dispatcher =
        new CallDispatcher(
            name,
            exchange(script),
            settings.budget(),
            settings.outage(),
            loop,
            Runnable::run,
            new Random(7));
    resources.add(new FaceResource(name, dispatcher));
    return this;
  }

  private FaceExchange exchange(Function<FaceRequest, Reply> script) {
    return request -> {
      Reply reply = script.apply(request);
      CompletableFuture<FaceResponse> answer = new CompletableFuture<>();
      loop.in(
          reply.after(),
          () -> {
            if (reply.failure() == null) {
              answer.complete(reply.answer());
            } else {
              answer.completeExceptionally(reply.failure());
            }
          });
      return answer;
    };
  }

  public ResourceLease lease() {
    return new ResourceLease(resources, () -> {});
  }

  public Instant now() {
    return loop.time();
  }

  public double seconds() {
    return loop.seconds();
  }

  public void in(Duration delay, Runnable task) {
    loop.in(delay, task);
  }

  /** Lets time pass. */
  public void run(Duration time) {
    loop.run(time);
  }
}
