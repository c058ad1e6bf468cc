package io.sightings.cli.sources;

/**
 * What was found out about a source.
 *
 * @param good whether it can be read
 * @param text what it gives, or what is wrong; without credentials
 */
record SourceCheckResult(String id, boolean good, String text) {}
