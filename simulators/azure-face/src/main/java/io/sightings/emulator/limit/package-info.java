/**
 * Rate limits and capacities of a pricing tier.
 *
 * <p>Does not answer calls.
 */
package io.sightings.emulator.limit;
