/** Hostile inputs, each of them a function of a seed and an index. */
package io.sightings.faults.hostile.input;
