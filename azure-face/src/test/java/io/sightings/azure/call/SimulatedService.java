package io.sightings.azure.call;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceExchange;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A service in virtual time: it sees a call some time after it was sent, and answers later still.
 */
final class SimulatedService implements FaceExchange {
  private static final Duration BREAKS_AFTER = Duration.ofSeconds(3);

  final List<FaceRequest> seen = new ArrayList<>();
  final List<Long> seenAt = new ArrayList<>();
  private final VirtualTimeLoop loop;
  private final Random random;
  private final Duration slowest;
  private double broken;
  private Function<FaceRequest, FaceException> script = request -> null;

  SimulatedService(VirtualTimeLoop loop, long seed, Duration slowest) {
    this.loop = loop;
    this.random = new Random(seed);
    this.slowest = slowest;
  }

  /** Answers each call with what the script says, or well where that is null. */
  void answers(Function<FaceRequest, FaceException> other) {
    script = other;
  }

  /** Of the calls that the transport may send again, that many are, later than any transit. */
  void breaksConnections(double share) {
    broken = share;
  }

  @Override
  public CompletableFuture<FaceResponse> send(FaceRequest request) {
    CompletableFuture<FaceResponse> answer = new CompletableFuture<>();
    boolean again = request.operation().maxArrivals() > 1 && random.nextDouble() < broken;
    if (again) {
      arrives(request);
      loop.in(BREAKS_AFTER, () -> arrivesAndAnswers(request, answer));
    } else {
      arrivesAndAnswers(request, answer);
    }
    return answer;
  }

  private Duration arrives(FaceRequest request) {
    long total = (long) (random.nextDouble() * slowest.toNanos());
    long transit = (long) (random.nextDouble() * total);
    loop.in(
        Duration.ofNanos(transit),
        () -> {
          seen.add(request);
          seenAt.add(loop.nanos());
        });
    return Duration.ofNanos(total);
  }

  private void arrivesAndAnswers(FaceRequest request, CompletableFuture<FaceResponse> answer) {
    loop.in(
        arrives(request),
        () -> {
          FaceException fault = script.apply(request);
          if (fault == null) {
            answer.complete(new FaceResponse(200, MissingNode.getInstance(), null));
          } else {
            answer.completeExceptionally(fault);
          }
        });
  }

  /** The most calls the service saw within any window of this length. */
  int mostIn(Duration window) {
    List<Long> times = seenAt.stream().sorted().toList();
    int most = 0;
    for (int from = 0, to = 0; to < times.size(); to++) {
      while (times.get(to) - times.get(from) >= window.toNanos()) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  static FaceException fault(FaceErrorKind fault, FaceRequest request) {
    return new FaceException(request.operation(), fault, "the service is unwell", null);
  }
}
