package io.sightings.ingest.journal;

/** Whether something may be read now. */
public sealed interface ReadAdmission {

  /** Admits what no journal is kept of. */
  Granted UNRECORDED =
      new Granted() {
        @Override
        public void delivers() {}

        @Override
        public void finished() {}

        @Override
        public void close() {}
      };

  /** It may, and is in the journal until this is closed. */
  non-sealed interface Granted extends ReadAdmission, AutoCloseable {
    /** It gives frames. To be called once or often, for the first frame or for each. */
    void delivers();

    /** It was read to its end, or as far as it can be, and ended nothing. */
    void finished();

    /** Reading has ended, for any reason. May be called again. */
    @Override
    void close();
  }

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
