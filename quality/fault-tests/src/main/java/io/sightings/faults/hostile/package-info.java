/** The product under hostile inputs at every entrance. */
@NullMarked
package io.sightings.faults.hostile;

import org.jspecify.annotations.NullMarked;
