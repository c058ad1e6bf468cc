/** Requests and answers of the Face REST API, named as in the SDK of the service. */
@NullMarked
package io.sightings.azure.client.models;

import org.jspecify.annotations.NullMarked;
