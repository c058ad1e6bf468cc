/** The product as processes of this machine, to be killed and started anew. */
package io.sightings.faults.product;
