/**
 * Runs sources for months: they come and go with the settings, and none delays another. What a kind
 * of source does does not enter.
 */
@NullMarked
package io.sightings.ingest.service;

import org.jspecify.annotations.NullMarked;
