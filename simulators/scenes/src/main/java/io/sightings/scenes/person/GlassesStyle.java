package io.sightings.scenes.person;

/** The glasses a drawn person wears. */
public enum GlassesStyle {
  NONE,
  ROUND,
  SQUARE
}
