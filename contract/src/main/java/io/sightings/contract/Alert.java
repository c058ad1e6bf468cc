package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A person of the watchlist was seen. Delivered at once and at least once.
 *
 * @param id the same for every delivery of the same alert: rule and sighting
 * @param rule the name of the watchlist entry that matched
 * @param sightingId the visit
 * @param source where
 * @param person who
 * @param time capture time of the frame that made it certain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
    String id,
    String rule,
    String sightingId,
    SourceInfo source,
    Sighting.Who person,
    Instant time) {}
