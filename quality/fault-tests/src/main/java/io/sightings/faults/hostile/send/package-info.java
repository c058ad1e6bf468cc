/** Hands hostile inputs to the product, one sender per way in. */
package io.sightings.faults.hostile.send;
