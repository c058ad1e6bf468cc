/** Hands hostile inputs to the product, one sender per way in. */
@NullMarked
package io.sightings.faults.hostile.send;

import org.jspecify.annotations.NullMarked;
