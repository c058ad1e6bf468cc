package io.sightings.faults.hostile.watch;

/** What must not happen. */
public enum FindingType {
  DEATH("deaths"),
  RESTART("restarts of the job"),
  SERVER_ERROR("answers 5xx"),
  NO_ANSWER("requests without an answer"),
  WRONGLY_ACCEPTED("inputs accepted that must not be"),
  UNEXPECTED_ERROR("settings that raise an unexpected error"),
  STUCK("entrances that stopped"),
  NEIGHBOUR("neighbours not served"),
  MEMORY("processes that grew");

  private final String plural;

  FindingType(String plural) {
    this.plural = plural;
  }

  public String plural() {
    return plural;
  }
}
