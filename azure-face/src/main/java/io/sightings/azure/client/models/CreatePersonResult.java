package io.sightings.azure.client.models;

/** Names the person just created. */
public record CreatePersonResult(String personId) {}
