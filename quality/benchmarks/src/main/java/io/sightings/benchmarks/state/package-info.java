/** How large checkpoints are, and how long they take. */
@NullMarked
package io.sightings.benchmarks.state;

import org.jspecify.annotations.NullMarked;
