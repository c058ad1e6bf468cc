/** Good inputs beside the hostile ones, and whether the product serves them. */
@NullMarked
package io.sightings.faults.hostile.neighbour;

import org.jspecify.annotations.NullMarked;
