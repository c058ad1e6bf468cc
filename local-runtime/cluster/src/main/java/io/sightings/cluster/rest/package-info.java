/** Flink's REST API, as far as jobs need it. */
@NullMarked
package io.sightings.cluster.rest;

import org.jspecify.annotations.NullMarked;
