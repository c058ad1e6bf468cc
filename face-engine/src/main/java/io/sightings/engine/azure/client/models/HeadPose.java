package io.sightings.engine.azure.client.models;

/** Where a head is turned to, in degrees. */
public record HeadPose(double pitch, double roll, double yaw) {}
