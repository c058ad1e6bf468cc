package io.sightings.azure.enrol;

import io.sightings.azure.enrol.EnrolmentPhotoResult.Kind;
import java.util.List;
import java.util.Map;

/**
 * What an enrolment did in one resource.
 *
 * @param photos how many went which way
 * @param recognisable people with a photo that was accepted, now or before
 * @param faceless names of those who cannot, for want of a photo: they are not in the group
 * @param trained whether the group was trained
 * @param sentCalls each retry counted
 * @param paidCalls what it cost, as far as can be told
 */
public record EnrolmentReport(
    String resource,
    Map<Kind, Integer> photos,
    int recognisable,
    List<String> faceless,
    boolean trained,
    long sentCalls,
    long paidCalls) {

  public EnrolmentReport {
    photos = Map.copyOf(photos);
    faceless = List.copyOf(faceless);
  }

  public int photos(Kind kind) {
    return photos.getOrDefault(kind, 0);
  }
}
