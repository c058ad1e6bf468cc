package io.sightings.lab.clip;

import java.util.List;

/**
 * All units (NAL units) of one picture, without start codes.
 *
 * @param key whether decoding can begin here
 */
public record AccessUnit(List<byte[]> units, boolean key) {}
