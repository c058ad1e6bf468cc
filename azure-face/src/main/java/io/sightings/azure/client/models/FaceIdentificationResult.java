package io.sightings.azure.client.models;

import java.util.List;

/**
 * Who a face may belong to.
 *
 * @param faceId the face that was asked about: answers come in any order
 * @param candidates likeliest first; empty for a person the group does not know
 */
public record FaceIdentificationResult(
    String faceId, List<FaceIdentificationCandidate> candidates) {

  public FaceIdentificationResult {
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
  }

  /**
   * A person to whom a face may belong.
   *
   * @param confidence 0 to 1
   */
  public record FaceIdentificationCandidate(String personId, double confidence) {}
}
