/** What becomes of hostile inputs and of the product meanwhile. */
@NullMarked
package io.sightings.faults.hostile.watch;

import org.jspecify.annotations.NullMarked;
