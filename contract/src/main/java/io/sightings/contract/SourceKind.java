package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing the frames of a source come from; it decides how they are judged. */
public enum SourceKind {
  /** A camera or stream: frames keep coming, and some may be missing. */
  @JsonProperty("live")
  LIVE,
  /** A recording: frames are complete and end. */
  @JsonProperty("video")
  VIDEO,
  /** Single photos: each is judged by itself, in no order of time. */
  @JsonProperty("image")
  IMAGE
}
