package io.sightings.scenes.person;

/** Facial hair, from none to a full beard. */
public enum BeardStyle {
  NONE,
  STUBBLE,
  MOUSTACHE,
  GOATEE,
  FULL
}
