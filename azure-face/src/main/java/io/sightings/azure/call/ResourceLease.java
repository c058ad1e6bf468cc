package io.sightings.azure.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** One user's hold on some resources. Closing it twice changes nothing. */
public final class ResourceLease implements AutoCloseable {
  private final List<FaceResource> resources;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger turn = new AtomicInteger();

  ResourceLease(List<FaceResource> resources, Runnable release) {
    this.resources = List.copyOf(resources);
    this.release = release;
  }

  public List<FaceResource> all() {
    return resources;
  }

  /**
   * The resource to ask next: one that is not away, with the fewest calls waiting; among equals by
   * turns.
   */
  public FaceResource choose() {
    return choose(any -> true).orElseThrow();
  }

  /** The same among those that fit; empty where none does. */
  public Optional<FaceResource> choose(Predicate<FaceResource> fits) {
    Instant now = Instant.now();
    int from = Math.floorMod(turn.getAndIncrement(), resources.size());
    FaceResource best = null;
    for (int i = 0; i < resources.size(); i++) {
      FaceResource each = resources.get((from + i) % resources.size());
      if (fits.test(each) && (best == null || rank(now).compare(each, best) < 0)) {
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  private static Comparator<FaceResource> rank(Instant now) {
    return Comparator.<FaceResource, Boolean>comparing(r -> !r.availability().available())
        .thenComparing(r -> !r.availability().worthATry(now))
        .thenComparing(FaceResource::load);
  }

  /** That of the first resource that is available, or of the one to be tried first. */
  public ResourceAvailability availability() {
    return resources.stream()
        .map(FaceResource::availability)
        .min(
            Comparator.comparing((ResourceAvailability a) -> !a.available())
                .thenComparing(a -> a.available() ? Instant.MIN : a.nextTry()))
        .orElseThrow();
  }

  /** Over all users of these resources in this JVM. */
  public CallCounts counts() {
    return resources.stream()
        .map(FaceResource::counts)
        .reduce(new CallCounts(java.util.Map.of()), CallCounts::plus);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
