/** The product under faults: kills, pauses and rescales, and whether each visit was there once. */
@NullMarked
package io.sightings.faults;

import org.jspecify.annotations.NullMarked;
