/** The product as processes of this machine, to be killed and started anew. */
@NullMarked
package io.sightings.faults.product;

import org.jspecify.annotations.NullMarked;
