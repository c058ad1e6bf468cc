package io.sightings.faults.hostile.neighbour;

import java.util.Optional;

/** A good input and what the product owes to it. */
interface GoodNeighbour {
  /** What it is, for the report. */
  String name();

  /** Why it is not served yet; empty once it is. */
  Optional<String> missing(GoodSightings sightings);
}
