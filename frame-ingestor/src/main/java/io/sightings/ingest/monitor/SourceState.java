package io.sightings.ingest.monitor;

/** What a source is doing. */
public enum SourceState {
  /** A stream is being opened. */
  CONNECTING,
  /** A stream gives pictures. */
  STREAMING,
  /** A stream is open but has said nothing for a while. */
  STALLED,
  /** A stream failed and will be reopened after a pause. */
  WAITING,
  /** It cannot work until its settings, or the camera's, are changed. */
  FAILED,
  /** It is left out for a while, as the ingestor ended while it was read. */
  QUARANTINED,
  /** A file is being read. */
  READING,
  /** There is nothing to read: files and uploads may come. */
  IDLE,
  /** It has been read to its end, or was stopped. */
  DONE
}
