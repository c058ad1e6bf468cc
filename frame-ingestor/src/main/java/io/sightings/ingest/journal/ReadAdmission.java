package io.sightings.ingest.journal;

/** Whether something may be read now. */
public sealed interface ReadAdmission {

  /** It may, and is in the journal until it is closed. */
  record Granted(JournaledRead reading) implements ReadAdmission {}

  /**
   * It has to wait for some seconds.
   *
   * @param why in words
   */
  record Deferred(String why) implements ReadAdmission {}

  /**
   * It must not be read: the ingestor has ended too often while it was.
   *
   * @param why a clause without credentials
   */
  record Refused(String why) implements ReadAdmission {}
}
