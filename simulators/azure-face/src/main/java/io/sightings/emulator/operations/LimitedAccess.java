package io.sightings.emulator.operations;

import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiErrorException;

/** Limited Access: what a resource must be approved for. */
final class LimitedAccess {
  private final FaultInjector weather;

  LimitedAccess(FaultInjector weather) {
    this.weather = weather;
  }

  /** Refuses what identifies people where the resource is not approved. */
  void requireIdentification() {
    if (weather.has(ServiceQuirk.UNAPPROVED) || weather.has(ServiceQuirk.UNAPPROVED_PLAIN)) {
      throw refusal("Identification,Verification");
    }
  }

  ApiErrorException refusal(String features) {
    String message =
        "Feature is not supported, missing approval for one or more of the following features: "
            + features
            + ". Please apply for access at https://aka.ms/facerecognition";
    return weather.has(ServiceQuirk.UNAPPROVED_PLAIN)
        ? new ApiErrorException(403, "UnsupportedFeature", message)
        : ApiErrorException.withInnerError(403, "UnsupportedFeature", message);
  }
}
