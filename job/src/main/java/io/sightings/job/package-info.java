/**
 * The sightings job: its entry point, its checks before start, and the topology that wires the
 * stages.
 *
 * <p>No stage is implemented here.
 */
package io.sightings.job;
