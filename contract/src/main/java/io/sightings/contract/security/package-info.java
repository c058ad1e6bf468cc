/**
 * How Kafka's clients prove who they are and whom they talk to: one block of settings for job,
 * ingestor and command line. Secrets come from the environment or from files, and are shown by
 * nothing.
 */
package io.sightings.contract.security;
