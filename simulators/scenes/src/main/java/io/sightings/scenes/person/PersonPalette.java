package io.sightings.scenes.person;

/** A person's colours, each 0xRRGGBB. */
public record PersonPalette(int skin, int hair, int iris, int clothes) {}
