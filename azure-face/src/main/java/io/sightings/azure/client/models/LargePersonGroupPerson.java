package io.sightings.azure.client.models;

import java.util.List;

/**
 * A person of a group.
 *
 * @param personId made by the service; another one in every resource
 * @param userData what its owner wrote; may be null
 * @param persistedFaceIds the person's faces, in no order
 */
public record LargePersonGroupPerson(
    String personId, String name, String userData, List<String> persistedFaceIds) {

  public LargePersonGroupPerson {
    persistedFaceIds = persistedFaceIds == null ? List.of() : List.copyOf(persistedFaceIds);
  }

  /**
   * A face of a person of a group.
   *
   * @param userData what its owner wrote; may be null
   */
  public record LargePersonGroupPersonFace(String persistedFaceId, String userData) {}
}
