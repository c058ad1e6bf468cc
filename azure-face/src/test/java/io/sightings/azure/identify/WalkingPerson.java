package io.sightings.azure.identify;

import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.VirtualTimeResources;
import io.sightings.contract.InquiryOutcome;
import java.time.Duration;

/**
 * Somebody who walks by a camera, and is asked about as the job does: again some seconds after a
 * question without an answer, of a live camera until the visit is over, and then waiting.
 */
final class WalkingPerson {
  private static final double SECONDS = 8;
  private static final double GAP = 10;
  private static final double AGAIN = 5;
  private static final Duration FRAME = Duration.ofMillis(200);

  private final VirtualTimeResources world;
  private final AzureIdentifier identifier;
  private final String who;
  private final double from;
  private final boolean live;
  private boolean waiting;
  private double asked;
  private InquiryOutcome outcome;

  WalkingPerson(
      VirtualTimeResources world,
      AzureIdentifier identifier,
      String who,
      double from,
      boolean live) {
    this.world = world;
    this.identifier = identifier;
    this.who = who;
    this.from = from;
    this.live = live;
    world.in(Duration.ofMillis((long) (1000 * from)), this::look);
  }

  boolean isJudged() {
    return outcome != null && outcome.judged();
  }

  private void look() {
    double now = world.seconds();
    if (now > from + SECONDS + (live ? GAP : 0)) {
      return;
    }
    if (!waiting && !isJudged() && (outcome == null || now - asked >= AGAIN)) {
      ask(now);
    }
    world.in(FRAME, this::look);
  }

  private void ask(double now) {
    waiting = true;
    asked = now;
    identifier
        .identify(StormyService.shot(who), options())
        .thenAccept(
            answer -> {
              waiting = false;
              outcome = answer.outcome();
            });
  }

  private CallOptions options() {
    if (!live) {
      return identifier.patientOptions(CallPriority.NEW);
    }
    CallOptions options = identifier.options(CallPriority.NEW);
    return outcome == null ? options : options.waitingOut();
  }

  @Override
  public String toString() {
    return (live ? "live " : "recorded ") + who + " at " + from + " s: " + outcome;
  }
}
