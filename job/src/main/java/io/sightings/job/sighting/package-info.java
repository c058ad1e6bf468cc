/**
 * Last stage: turns identified faces into one sighting per visit.
 *
 * <p>Pure rules and state; no I/O.
 */
package io.sightings.job.sighting;
