/**
 * The product's commands as processes, for fault tests and benchmarks.
 *
 * <p>The command line itself does not use it.
 */
@NullMarked
package io.sightings.toolkit.process;

import org.jspecify.annotations.NullMarked;
