package io.sightings.azure.identify;

import io.sightings.contract.InquiryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers why a resource cannot identify (no group, not trained, not approved), so that this is
 * not found out again at the price of two calls a face. From time to time one question is let
 * through to look again.
 */
final class KnownBlocker {
  private static final Logger LOG = LoggerFactory.getLogger(KnownBlocker.class);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final String resource;
  private final InstantSource clock;
  private @Nullable Known known;

  private record Known(InquiryOutcome outcome, String text, Instant until) {}

  KnownBlocker(String resource, InstantSource clock) {
    this.resource = resource;
    this.clock = clock;
  }

  /** Whether nothing is known that speaks against asking. */
  synchronized boolean free() {
    return known == null;
  }

  /** The answer where one is known without asking; empty for the question that is to look. */
  synchronized Optional<AzureIdentifyResult> answer() {
    if (known == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!now.isBefore(known.until())) {
      known = new Known(known.outcome(), known.text(), now.plus(LOOK_AGAIN));
      return Optional.empty();
    }
    return Optional.of(
        AzureIdentifyResult.without(known.outcome(), known.text(), null, 0, resource));
  }

  /** Learns from an answer, and says so once. */
  synchronized void learn(AzureIdentifyResult answer) {
    if (OutcomeRules.isLasting(answer.outcome())) {
      boolean news = known == null || known.outcome() != answer.outcome();
      learn(answer.outcome(), answer.text());
      if (news) {
        LOG.warn("{} names nobody until this is mended: {}", resource, answer.text());
      }
    } else if (answer.outcome().judged() && known != null) {
      known = null;
      LOG.info("{} names people again.", resource);
    }
  }

  /** Learns from an answer that says so. */
  synchronized void learn(InquiryOutcome outcome, String text) {
    known = new Known(outcome, text, clock.instant().plus(LOOK_AGAIN));
  }
}
