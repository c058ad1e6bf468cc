/** When a failed attempt is repeated. What is attempted does not enter. */
@NullMarked
package io.sightings.contract.retry;

import org.jspecify.annotations.NullMarked;
