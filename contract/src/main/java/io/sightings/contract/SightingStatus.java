package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a visit has come. */
public enum SightingStatus {
  /** The visit goes on; later revisions follow. */
  @JsonProperty("open")
  OPEN,
  /** The visit is over. Final, unless a silent source comes back within the gap. */
  @JsonProperty("closed")
  CLOSED,
  /** This visit turned out to belong to another one, named in mergedInto. Final. */
  @JsonProperty("merged")
  MERGED
}
