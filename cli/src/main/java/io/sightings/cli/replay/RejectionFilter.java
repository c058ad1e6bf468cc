package io.sightings.cli.replay;

import io.sightings.contract.RejectReason;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rejections are meant.
 *
 * @param reasons none for all
 * @param source id of one; null for all
 * @param since rejected then or later; null for any time
 * @param until rejected before then; null for any time
 */
record RejectionFilter(
    Set<RejectReason> reasons, String source, @Nullable Instant since, @Nullable Instant until)
    implements Predicate<StoredRejection> {

  @Override
  public boolean test(StoredRejection rejection) {
    return (reasons.isEmpty() || reasons.contains(rejection.frame().reason()))
        && (source == null || source.equals(rejection.source()))
        && (since == null || !rejection.time().isBefore(since))
        && (until == null || rejection.time().isBefore(until));
  }
}
