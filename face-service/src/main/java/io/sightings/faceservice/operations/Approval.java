package io.sightings.faceservice.operations;

import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Weather;
import io.sightings.faceservice.wire.Problem;

/** Limited Access: what a resource must be approved for. */
final class Approval {
  private final Weather weather;

  Approval(Weather weather) {
    this.weather = weather;
  }

  /** Refuses what identifies people where the resource is not approved. */
  void requireIdentification() {
    if (weather.has(Quirk.UNAPPROVED) || weather.has(Quirk.UNAPPROVED_PLAIN)) {
      throw refusal("Identification,Verification");
    }
  }

  Problem refusal(String features) {
    String message =
        "Feature is not supported, missing approval for one or more of the following features: "
            + features
            + ". Please apply for access at https://aka.ms/facerecognition";
    return weather.has(Quirk.UNAPPROVED_PLAIN)
        ? new Problem(403, "UnsupportedFeature", message)
        : Problem.withInnerError(403, "UnsupportedFeature", message);
  }
}
