/** What the product is given to do while things go wrong. */
package io.sightings.faults.play;
