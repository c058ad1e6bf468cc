/** The gallery from ten people to a million, beside a search that compares with everybody. */
@NullMarked
package io.sightings.benchmarks.gallery;

import org.jspecify.annotations.NullMarked;
