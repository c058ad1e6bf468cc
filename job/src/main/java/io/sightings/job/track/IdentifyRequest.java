package io.sightings.job.track;

import io.sightings.contract.SourceInfo;
import io.sightings.job.detect.SeenFace;

/**
 * A face an identification service may be asked about.
 *
 * @param id of the face: frame id and its place in the frame, so a replay gives it again
 * @param source where it was seen
 * @param track it belongs to
 * @param time capture time, in milliseconds of the source's clock
 * @param face with its picture; without one it only reminds of an earlier question
 * @param again whether the person has left, and the request is repeated only because no result has
 *     come yet
 */
public record IdentifyRequest(
    String id, SourceInfo source, String track, long time, SeenFace face, boolean again) {}
