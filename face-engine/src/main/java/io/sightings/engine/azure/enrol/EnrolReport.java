package io.sightings.engine.azure.enrol;

import io.sightings.engine.azure.enrol.PhotoVerdict.Kind;
import java.util.Map;

/**
 * What an enrolment did in one resource.
 *
 * @param photos how many went which way
 * @param recognisable people with a photo that was accepted, now or before
 * @param trained whether the group was trained
 * @param sentCalls each retry counted
 * @param paidCalls what it cost, as far as can be told
 */
public record EnrolReport(
    String resource,
    Map<Kind, Integer> photos,
    int recognisable,
    boolean trained,
    long sentCalls,
    long paidCalls) {

  public EnrolReport {
    photos = Map.copyOf(photos);
  }

  public int photos(Kind kind) {
    return photos.getOrDefault(kind, 0);
  }
}
