/** Keeps web pages of other origins away from Flink's REST port. */
package io.sightings.restguard;
