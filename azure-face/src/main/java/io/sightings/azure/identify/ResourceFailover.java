package io.sightings.azure.identify;

import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceLease;
import io.sightings.contract.InquiryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks one resource after another, as long as another may do better and there is time. Each has an
 * equal part of the time that is left. Only the last one is waited for while it is away.
 *
 * @param <T> the kind of answer
 */
final class ResourceFailover<T> {
  private final ResourceLease lease;
  private final Predicate<FaceResource> promising;
  private final InstantSource clock;

  /**
   * @param promising which resources to ask first
   */
  ResourceFailover(ResourceLease lease, Predicate<FaceResource> promising, InstantSource clock) {
    this.lease = lease;
    this.promising = promising;
    this.clock = clock;
  }

  /** A question as one resource is asked it. */
  interface Question<T> {
    CompletableFuture<T> ask(FaceResource resource, CallOptions options);

    /** Why there is no answer. */
    @Nullable InquiryOutcome trouble(T answer);

    double paid(T answer);

    T costing(T answer, double more);
  }

  CompletableFuture<T> ask(Question<T> question, CallOptions options) {
    Instant until = clock.instant().plus(options.patience());
    return ask(question, options, until, new HashSet<>());
  }

  private CompletableFuture<T> ask(
      Question<T> question, CallOptions options, Instant until, Set<String> asked) {
    FaceResource resource =
        lease
            .choose(each -> !asked.contains(each.name()) && promising.test(each))
            .or(() -> lease.choose(each -> !asked.contains(each.name())))
            .orElseThrow();
    asked.add(resource.name());
    boolean last = asked.size() == lease.all().size();
    if (last) {
      return question.ask(resource, options);
    }
    Duration part = options.patience().dividedBy(1L + lease.all().size() - asked.size());
    return question
        .ask(resource, options.failingAtOnce().withPatience(part))
        .thenCompose(
            told -> {
              Duration left = Duration.between(clock.instant(), until);
              InquiryOutcome trouble = question.trouble(told);
              if (trouble == null
                  || !OutcomeRules.mayWorkElsewhere(trouble)
                  || left.isNegative()
                  || left.isZero()) {
                return CompletableFuture.completedFuture(told);
              }
              double paid = question.paid(told);
              return ask(question, options.withPatience(left), until, asked)
                  .thenApply(next -> question.costing(next, paid));
            });
  }
}
