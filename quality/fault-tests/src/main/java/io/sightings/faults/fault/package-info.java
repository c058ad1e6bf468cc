/** What can go wrong, and when it does. */
@NullMarked
package io.sightings.faults.fault;

import org.jspecify.annotations.NullMarked;
