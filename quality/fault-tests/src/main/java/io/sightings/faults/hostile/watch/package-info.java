/** What becomes of hostile inputs and of the product meanwhile. */
package io.sightings.faults.hostile.watch;
