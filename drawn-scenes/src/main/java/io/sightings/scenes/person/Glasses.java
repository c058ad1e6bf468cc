package io.sightings.scenes.person;

/** The glasses a drawn person wears. */
public enum Glasses {
  NONE,
  ROUND,
  SQUARE
}
