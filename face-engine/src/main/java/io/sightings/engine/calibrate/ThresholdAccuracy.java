package io.sightings.engine.calibrate;

/**
 * How often a threshold is right.
 *
 * @param threshold similarity from which faces are taken for the same person
 * @param share of the pairs it judges rightly, 0..1
 */
public record ThresholdAccuracy(double threshold, double share) {}
