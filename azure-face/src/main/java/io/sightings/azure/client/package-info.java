/**
 * A client of the Azure AI Face service, REST API v1.2, on the HTTP pipeline of Azure's own SDKs.
 * It sends each call once: budgets and retries are made around {@link
 * io.sightings.azure.client.FaceExchange}.
 */
@NullMarked
package io.sightings.azure.client;

import org.jspecify.annotations.NullMarked;
