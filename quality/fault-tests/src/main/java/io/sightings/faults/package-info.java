/** The product under faults: kills, pauses and rescales, and whether each visit was there once. */
package io.sightings.faults;
