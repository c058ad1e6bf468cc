/** What the product is given to do while things go wrong. */
@NullMarked
package io.sightings.faults.play;

import org.jspecify.annotations.NullMarked;
