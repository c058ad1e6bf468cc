package io.sightings.engine.azure.client.models;

/** Names the person just created. */
public record CreatePersonResult(String personId) {}
