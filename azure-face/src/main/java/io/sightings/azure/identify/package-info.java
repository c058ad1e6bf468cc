/** Faces out, names back: what is asked of the service about a face, and what became of it. */
@NullMarked
package io.sightings.azure.identify;

import org.jspecify.annotations.NullMarked;
