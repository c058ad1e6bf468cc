package io.sightings.scenes.person;

/** The hairstyles (and the one head covering) a drawn person may wear. */
public enum HairStyle {
  SIDE_PART,
  CROP,
  SHAVED,
  BALDING,
  CURLS,
  LONG,
  BOB,
  FRINGE,
  BUN,
  SCARF
}
