/** Good inputs beside the hostile ones, and whether the product serves them. */
package io.sightings.faults.hostile.neighbour;
