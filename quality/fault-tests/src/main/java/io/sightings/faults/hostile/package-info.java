/** The product under hostile inputs at every entrance. */
package io.sightings.faults.hostile;
