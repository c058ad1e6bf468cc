/** Gives the job again what it could not use. */
@NullMarked
package io.sightings.cli.replay;

import org.jspecify.annotations.NullMarked;
