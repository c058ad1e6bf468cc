package io.sightings.emulator.operations;

import io.sightings.emulator.fault.CurrentFaults;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiProblem;

/** Limited Access: what a resource must be approved for. */
final class LimitedAccess {
  private final CurrentFaults weather;

  LimitedAccess(CurrentFaults weather) {
    this.weather = weather;
  }

  /** Refuses what identifies people where the resource is not approved. */
  void requireIdentification() {
    if (weather.has(ServiceQuirk.UNAPPROVED) || weather.has(ServiceQuirk.UNAPPROVED_PLAIN)) {
      throw refusal("Identification,Verification");
    }
  }

  ApiProblem refusal(String features) {
    String message =
        "Feature is not supported, missing approval for one or more of the following features: "
            + features
            + ". Please apply for access at https://aka.ms/facerecognition";
    return weather.has(ServiceQuirk.UNAPPROVED_PLAIN)
        ? new ApiProblem(403, "UnsupportedFeature", message)
        : ApiProblem.withInnerError(403, "UnsupportedFeature", message);
  }
}
