package io.sightings.azure.client.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a group's training goes.
 *
 * @param createdDateTime when it was asked for; null where the service does not say
 * @param lastActionDateTime when it last changed; null before it starts
 * @param lastSuccessfulTrainingDateTime null where none has succeeded yet
 * @param message why it failed; null otherwise
 */
public record FaceTrainingResult(
    String status,
    @Nullable Instant createdDateTime,
    @Nullable Instant lastActionDateTime,
    @Nullable Instant lastSuccessfulTrainingDateTime,
    @Nullable String message) {

  public FaceTrainingResult {
    status = FaceApiConstants.of(status);
  }

  @JsonCreator
  static FaceTrainingResult read(
      @JsonProperty("status") String status,
      @JsonProperty("createdDateTime") String created,
      @JsonProperty("lastActionDateTime") String lastAction,
      @JsonProperty("lastSuccessfulTrainingDateTime") String lastSuccess,
      @JsonProperty("message") String message) {
    return new FaceTrainingResult(
        status, instant(created), instant(lastAction), instant(lastSuccess), message);
  }

  /** A malformed time must not lose the status. */
  private static @Nullable Instant instant(String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
