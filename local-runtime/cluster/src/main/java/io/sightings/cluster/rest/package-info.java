/** Flink's REST API, as far as jobs need it. */
package io.sightings.cluster.rest;
