/**
 * Calls within a budget, repeated where that helps, and not made where it does not: what stands
 * between the client of the Face service and everybody who asks it.
 */
@NullMarked
package io.sightings.azure.call;

import org.jspecify.annotations.NullMarked;
