/**
 * Encoded pictures, examined without decoding them: what they are, what decoding them costs, and
 * what they say about themselves. The ingestor and the job use the same check, {@link
 * io.sightings.contract.image.ImageChecker}.
 */
package io.sightings.contract.image;
