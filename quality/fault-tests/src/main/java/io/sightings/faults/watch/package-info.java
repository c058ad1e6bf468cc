/** Whether and when the product works again. */
@NullMarked
package io.sightings.faults.watch;

import org.jspecify.annotations.NullMarked;
