/**
 * Rate limits and capacities of a pricing tier.
 *
 * <p>Does not answer calls.
 */
@NullMarked
package io.sightings.emulator.limit;

import org.jspecify.annotations.NullMarked;
