package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource can be asked.
 *
 * @param available false while it is left alone
 * @param since when that began; null while it is available
 * @param reason why; null while it is available
 * @param text why, as a sentence; empty while it is available
 * @param nextTry from when on a call is let through to see whether it is back; null while it is
 *     available
 */
public record ResourceAvailability(
    boolean available,
    @Nullable Instant since,
    @Nullable FaceErrorKind reason,
    String text,
    @Nullable Instant nextTry) {

  static final ResourceAvailability WELL = new ResourceAvailability(true, null, null, "", null);

  /** Whether a call would not fail at once. */
  public boolean worthATry(Instant now) {
    return available || !now.isBefore(nextTry);
  }
}
